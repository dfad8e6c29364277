package org.essaim.matcher.kafka.failures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.essaim.contracts.Findability;
import org.essaim.contracts.MemberId;
import org.essaim.matcher.Person;
import org.essaim.matcher.kafka.Broker;
import org.jspecify.annotations.Nullable;

/** People who bring lists, join, change and leave all the time, as long as it is open. */
final class Crowd implements AutoCloseable {

    private static final int PEOPLE = 40;
    private static final int ACCOUNTS_A_BUCKET = 8;

    private final Broker broker;
    private final Random random;
    private final List<Integer> buckets;
    private final Map<String, Long> generations = new HashMap<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread thread;

    Crowd(String bootstrapServers, long seed, List<Integer> buckets) {
        this.broker = new Broker(bootstrapServers);
        this.random = new Random(seed);
        this.buckets = buckets;
        this.thread = Thread.ofPlatform().name("crowd").start(this::live);
    }

    private void live() {
        try {
            while (!enough.get()) {
                happen();
            }
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    private void happen() {
        int bucket = buckets.get(random.nextInt(buckets.size()));
        Person person = person(bucket);
        switch (random.nextInt(10)) {
            case 0 -> broker.withdraw(person);
            case 1 -> broker.sendList(person.member(), bucket, null);
            case 2, 3, 4 -> broker.announce(person);
            default -> broker.bring(person, bucket);
        }
    }

    private Person person(int bucket) {
        int number = random.nextInt(PEOPLE);
        MemberId member = new MemberId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number));
        long generation = generations.merge(number + ":" + bucket, 1L, Long::sum);
        Findability[] choices = Findability.values();
        Person person = Person.as(member, Broker.xIdIn(bucket, number % ACCOUNTS_A_BUCKET))
                .inGeneration(generation)
                .findableBy(choices[random.nextInt(choices.length)])
                .following(some(bucket))
                .followedBy(some(bucket));
        return random.nextInt(4) == 0 ? person.claiming() : person;
    }

    private Long[] some(int bucket) {
        return IntStream.range(0, ACCOUNTS_A_BUCKET)
                .filter(_ -> random.nextBoolean())
                .mapToObj(which -> Broker.xIdIn(bucket, which))
                .toArray(Long[]::new);
    }

    /** Everyone goes home; everything they said is acknowledged. */
    @Override
    public void close() {
        enough.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        broker.close();
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("the load failed", failed);
        }
    }
}
