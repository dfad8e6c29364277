package org.essaim.gateway.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.members.Login;
import org.essaim.gateway.members.Members;
import org.junit.jupiter.api.Test;

/** What becomes of one letter when either side of its sending fails. */
class SendLetterTest {

    private static final int FIRST = 1;
    private static final int FAR_TOO_MANY = 1001;

    private final MemberId member = new MemberId(UUID.randomUUID());
    private final UUID job = UUID.randomUUID();
    private final Desk desk = new Desk();
    private final Box box = new Box();
    private final SendLetter sendLetter = new SendLetter(
            desk,
            new OneLogin(),
            _ -> Optional.of("bee@example.org"),
            box,
            new UnsubscribeWord(URI.create("https://essaim.test"), "a secret of tests that is long enough"));

    @Test
    void letterShouldGoAgainWhenTheGatewayEndedBeforeItWasRemembered() {
        desk.failing = true;
        assertThatThrownBy(() -> send(FIRST)).isInstanceOf(IllegalStateException.class);
        assertThat(desk.jobsDone).isEmpty();

        desk.failing = false;
        send(FIRST + 1);

        assertThat(box.taken).hasSize(2);
        assertThat(desk.jobsDone).containsExactly(job);
    }

    @Test
    void letterShouldStayToBeTriedAgainWhenTheMailServerDoesNotTakeIt() {
        box.failing = true;
        assertThatThrownBy(() -> send(FIRST)).isInstanceOf(IllegalStateException.class);

        assertThat(desk.jobsDone).isEmpty();
        assertThat(desk.told).isEmpty();
    }

    @Test
    void letterShouldBeToldOnceAndNoMoreWhenItWasRemembered() {
        send(FIRST);
        send(FIRST + 1);

        assertThat(box.taken).hasSize(1);
        assertThat(desk.told).hasSize(1);
    }

    @Test
    void letterShouldBePassedOverWhenItWasTriedForTheBetterPartOfADay() {
        send(FAR_TOO_MANY);

        assertThat(box.taken).isEmpty();
        assertThat(desk.told).isEmpty();
        assertThat(desk.jobsDone).containsExactly(job);
    }

    private void send(int attempts) {
        sendLetter.send(member, Letter.Sort.NEWS, job, attempts);
    }

    /** One thing to tell, until it was told. */
    private static final class Desk implements Letters {

        private final List<Draft> told = new ArrayList<>();
        private final List<UUID> jobsDone = new ArrayList<>();
        private boolean failing;

        @Override
        public Optional<Draft> draft(MemberId member, Letter.Sort sort) {
            Letter letter = new Letter(sort, List.of(new Letter.Line("arrived", 1)));
            return told.isEmpty()
                    ? Optional.of(new Draft(letter, Language.EN, Instant.EPOCH, List.of()))
                    : Optional.empty();
        }

        @Override
        public void sent(MemberId member, Draft draft, UUID job) {
            if (failing) {
                throw new IllegalStateException("the gateway ends here");
            }
            told.add(draft);
            jobsDone.add(job);
        }

        @Override
        public void passedOver(MemberId member, Draft draft, UUID job) {
            jobsDone.add(job);
        }

        @Override
        public void nothingToTell(UUID job) {
            jobsDone.add(job);
        }
    }

    /** A mail server that can be away. */
    private static final class Box implements MailServer {

        private final List<Letter> taken = new ArrayList<>();
        private boolean failing;

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public void send(String address, Letter letter, Language language, URI unsubscribe) {
            if (failing) {
                throw new IllegalStateException("not taken");
            }
            taken.add(letter);
        }
    }

    /** The member signs in one way. */
    private static final class OneLogin implements Members {

        @Override
        public MemberId arrive(Login login) {
            throw new IllegalStateException("nobody signs in here");
        }

        @Override
        public List<Login> loginsOf(MemberId member) {
            return List.of(new Login("https://sign-in.test", "bee"));
        }
    }
}
