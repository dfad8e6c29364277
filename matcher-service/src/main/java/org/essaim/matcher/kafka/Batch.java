package org.essaim.matcher.kafka;

import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.essaim.matcher.BucketInput;

/** Inputs of one bucket that are to be matched together, with the span of each that carries a trace. */
final class Batch {

    private final List<BucketInput> inputs = new ArrayList<>();
    private final Map<Integer, Span> spans = new HashMap<>();

    void add(BucketInput input, Span span) {
        if (span.getSpanContext().isValid()) {
            spans.put(inputs.size(), span);
        }
        inputs.add(input);
    }

    boolean isEmpty() {
        return inputs.isEmpty();
    }

    List<BucketInput> inputs() {
        return inputs;
    }

    /** The span of an input by its number; an invalid one when it carried no trace, and for a cause that is no input. */
    Span span(int cause) {
        return spans.getOrDefault(cause, Span.getInvalid());
    }

    /** All is handled: ends the spans. */
    void end() {
        spans.values().forEach(Span::end);
    }
}
