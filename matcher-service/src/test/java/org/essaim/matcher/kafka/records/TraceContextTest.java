package org.essaim.matcher.kafka.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TraceContextTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SENDER = "b7ad6b7169203331";

    private final List<SpanData> ended = new ArrayList<>();

    private TraceContext recording() {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new Keeping()))
                .build();
        return new TraceContext(provider.get("test"));
    }

    private static ConsumerRecord<byte[], byte[]> record(boolean traced) {
        ConsumerRecord<byte[], byte[]> read = new ConsumerRecord<>("identities.v1", 7, 42, new byte[0], new byte[0]);
        if (traced) {
            read.headers().add("traceparent", ("00-" + TRACE + "-" + SENDER + "-01").getBytes(StandardCharsets.UTF_8));
        }
        return read;
    }

    private static String injected(Span span) {
        Headers headers = new RecordHeaders();
        TraceContext.inject(span, headers);
        Header header = headers.lastHeader("traceparent");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Test
    void matchesShouldContinueTheSpanThatContinuesTheSenders() {
        Span span = recording().handling(record(true));
        String outgoing = injected(span);
        span.end();

        SpanData data = ended.getFirst();
        assertThat(data.getTraceId()).isEqualTo(TRACE);
        assertThat(data.getParentSpanId()).isEqualTo(SENDER);
        assertThat(data.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(data.getName()).isEqualTo("identities.v1 process");
        assertThat(outgoing).isEqualTo("00-" + TRACE + "-" + data.getSpanId() + "-01");
    }

    @Test
    void traceShouldPassThroughWhenTracingIsOff() {
        Span span = new TraceContext(OpenTelemetry.noop().getTracer("test")).handling(record(true));

        assertThat(injected(span)).isEqualTo("00-" + TRACE + "-" + SENDER + "-01");
    }

    @Test
    void recordWithoutTraceShouldStartNone() {
        Span span = recording().handling(record(false));
        TraceContext.failed(span);

        assertThat(injected(span)).isEmpty();
        assertThat(ended).isEmpty();
    }

    /** Keeps what ended. */
    private final class Keeping implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            ended.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
