package org.essaim.matcher.kafka.records;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Carries a trace from the record that came in to the matches that go out: one span an input record, and every record it
 * caused continues that span. Inputs without a trace start none. Where tracing is switched off the caller's
 * {@code traceparent} passes through unchanged.
 */
public final class TraceContext {

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Headers> GETTER = new HeadersGetter();

    private final Tracer tracer;

    /**
     * @param tracer makes the spans
     */
    public TraceContext(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The span of handling this record; not recorded, and never ended with effect, when the record carries no trace. */
    public Span handling(ConsumerRecord<byte[], byte[]> read) {
        if (read.headers().lastHeader("traceparent") == null) {
            return Span.getInvalid();
        }
        Context sender = W3C.extract(Context.root(), read.headers(), GETTER);
        if (!Span.fromContext(sender).getSpanContext().isValid()) {
            return Span.getInvalid();
        }
        return tracer.spanBuilder(read.topic() + " process")
                .setParent(sender)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", read.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(read.partition()))
                .setAttribute("messaging.kafka.offset", read.offset())
                .startSpan();
    }

    /** Notes that the record could not be read, and ends the span. */
    public static void failed(Span span) {
        span.setStatus(StatusCode.ERROR, "unreadable record");
        span.end();
    }

    /** Adds the trace to the headers of a record that is about to be sent. */
    public static void inject(Span span, Headers headers) {
        if (span.getSpanContext().isValid()) {
            W3C.inject(Context.root().with(span), headers, TraceContext::set);
        }
    }

    private static void set(@Nullable Headers headers, String key, String value) {
        if (headers != null) {
            headers.remove(key);
            headers.add(key, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class HeadersGetter implements TextMapGetter<Headers> {

        @Override
        public Iterable<String> keys(Headers headers) {
            return Arrays.stream(headers.toArray()).map(Header::key).toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String key) {
            Header header = headers == null ? null : headers.lastHeader(key);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
