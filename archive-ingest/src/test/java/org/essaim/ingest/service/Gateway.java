package org.essaim.ingest.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.UploadEvent;
import org.essaim.contracts.UploadKind;
import org.essaim.contracts.XId;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.platform.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

/** Does what the gateway does: leaves bytes in the folder and tells of them on the topic. */
final class Gateway {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", ServiceResource.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Leaves the bytes; the event that tells of them is the caller's to send. */
    ArchiveUploaded leave(MemberId member, UploadKind kind, byte[] bytes, @Nullable XId proven) throws IOException {
        UUID archive = UUID.randomUUID();
        var temporary = Files.write(ServiceResource.uploads().resolve("." + archive), bytes);
        Files.move(temporary, ServiceResource.uploads().resolve(archive.toString()), StandardCopyOption.ATOMIC_MOVE);
        return new ArchiveUploaded(
                member, archive, kind, archive.toString(), bytes.length, sha256(bytes), proven, Instant.now());
    }

    void tell(UploadEvent event) {
        CloudEvent envelope = CloudEvent.causedBy(event.toString(), "/essaim/gateway", Instant.now(), event);
        ProducerRecord<String, byte[]> told = new ProducerRecord<>(
                Topics.ARCHIVE_UPLOADS.name(), event.member().asString(), envelope.value());
        envelope.headers().forEach((name, value) -> told.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(told);
    }

    void tellNonsense(String key, String value) {
        send(new ProducerRecord<>(Topics.ARCHIVE_UPLOADS.name(), key, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Somebody else's entry in the journal of erasures. */
    void tellJournal(OutboxMessage entry) {
        ProducerRecord<String, byte[]> told = new ProducerRecord<>(entry.topic(), "archive-ingest", entry.value());
        entry.headers().forEach((name, value) -> told.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(told);
    }

    private void send(ProducerRecord<String, byte[]> told) {
        try {
            producer.send(told).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
