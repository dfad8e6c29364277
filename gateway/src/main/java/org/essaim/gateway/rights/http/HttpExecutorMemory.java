package org.essaim.gateway.rights.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.Word;
import org.essaim.gateway.executor.http.ExecutorCalls;
import org.essaim.gateway.rights.ExecutorMemory;

/** {@code DELETE /api/members/MEMBER} and {@code GET .../grants} of follow-executor. */
@ApplicationScoped
class HttpExecutorMemory implements ExecutorMemory {

    private final ExecutorCalls executor;

    HttpExecutorMemory(ExecutorCalls executor) {
        this.executor = executor;
    }

    @Override
    public Answer<Forgotten> forget(Word word) {
        return executor.bytes(word, "DELETE", "", null, _ -> new Forgotten());
    }

    @Override
    public Answer<String> grants(Word word) {
        return executor.bytes(word, "GET", "/grants", null, bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
