package org.essaim.ingest.archive.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.IdCollector;
import org.essaim.ingest.archive.parts.Acquaintances;
import org.essaim.ingest.archive.parts.Manifest;
import org.essaim.ingest.archive.parts.PartKind;
import org.essaim.ingest.archive.parts.PartParser;
import org.jspecify.annotations.Nullable;

/** Reads the JavaScript of parts. */
public final class JsonPartParser implements PartParser {

    @Override
    public Manifest manifest(InputStream text) throws IOException {
        ManifestText manifest = new ManifestText();
        PartText.open(text, "__THAR_CONFIG"::equals).object(manifest::read);
        return manifest.toManifest();
    }

    @Override
    public Optional<ClaimedOwner> account(InputStream text) throws IOException {
        AccountElement account = new AccountElement();
        PartText.open(text, global -> isGlobal(global, PartKind.ACCOUNT))
                .forEachElement(element -> Fields.of(element, (name, value) -> Fields.of(value, account::read)));
        return account.owner();
    }

    @Override
    public int ids(InputStream text, PartKind kind, IdCollector into) throws IOException {
        IdElement element = new IdElement();
        PartText.open(text, global -> isGlobal(global, kind)).forEachElement(parser -> element.read(parser, into));
        return element.unreadable;
    }

    @Override
    public void tweets(InputStream text, PartKind kind, Acquaintances into) throws IOException {
        TweetElement tweet = new TweetElement(into);
        PartText.open(text, global -> isGlobal(global, kind)).forEachElement(tweet::read);
    }

    /** Whether {@code YTD.NAME.partN} names this kind. */
    private static boolean isGlobal(String global, PartKind kind) {
        String[] names = global.split("\\.", -1);
        return names.length == 3 && names[0].equals("YTD") && kind.isGlobal(names[1]) && names[2].startsWith("part");
    }

    /** {@code {"following": {"accountId": "123"}}}, or without the wrapper. */
    private static final class IdElement {
        private int unreadable;
        private long id;

        private void read(JsonParser parser, IdCollector into) throws IOException {
            id = -1;
            Fields.of(parser, (name, value) -> {
                if (value.currentToken() == JsonToken.START_OBJECT) {
                    Fields.of(value, this::readId);
                } else {
                    readId(name, value);
                }
            });
            if (id > 0) {
                into.add(id);
            } else {
                unreadable++;
            }
        }

        private void readId(String name, JsonParser value) throws IOException {
            if (name.equals("accountId")) {
                id = Fields.id(value);
            } else {
                value.skipChildren();
            }
        }
    }

    /** The three fields that name an owner. The e-mail address beside them is passed over unread. */
    private static final class AccountElement {
        private long id = -1;
        private @Nullable String handle;
        private @Nullable String name;

        private void read(String field, JsonParser value) throws IOException {
            switch (field) {
                case "accountId" -> id = Fields.id(value);
                case "username" -> handle = Fields.text(value);
                case "accountDisplayName" -> name = Fields.text(value);
                default -> value.skipChildren();
            }
        }

        private Optional<ClaimedOwner> owner() {
            return id > 0 ? Optional.of(new ClaimedOwner(new XId(id), handle, name)) : Optional.empty();
        }
    }
}
