package org.essaim.testing.x;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import org.essaim.testing.web.Api;

/** Arranges accounts and posts on the stand-in, wherever it runs. */
public final class XControl implements AutoCloseable {

    private final Api api;

    public XControl(URI x) {
        this.api = new Api(x);
    }

    /** Creates an account, or renames the one with this id: handles change on X, ids do not. */
    public XAccount putAccount(String id, String username, String name) {
        post("/accounts", object().put("id", id).put("username", username).put("name", name));
        return new XAccount(id, username, name);
    }

    /** Posts in public; gives the address of the post. */
    public URI post(XAccount author, String postId, String text) {
        post("/posts", object().put("id", postId).put("author", author.id()).put("text", text));
        return URI.create("https://x.com/" + author.username() + "/status/" + postId);
    }

    /** Removes an account with its posts. */
    public void remove(XAccount account) {
        post("/removals", object().put("account", account.id()));
    }

    @Override
    public void close() {
        api.close();
    }

    private void post(String path, ObjectNode body) {
        api.post("/_control" + path, body, Map.of()).succeeded();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
