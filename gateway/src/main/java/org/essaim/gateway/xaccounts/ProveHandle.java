package org.essaim.gateway.xaccounts;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.contracts.MemberId;

/** Proves a handle by a code that its owner posts on X. */
@ApplicationScoped
public class ProveHandle {

    private static final Duration HOLDS = Duration.ofHours(1);
    private static final int DIGITS = 12;
    private static final Pattern POST = Pattern.compile(
            "https://(?:www\\.|mobile\\.)?(?:x|twitter)\\.com/([A-Za-z0-9_]{1,15})/status/([0-9]{1,20})(?:[/?#].*)?");

    private final Handles handles;
    private final Posts posts;
    private final InstantSource clock;

    public ProveHandle(Handles handles, Posts posts, InstantSource clock) {
        this.handles = handles;
        this.posts = posts;
        this.clock = clock;
    }

    /** A code, good for an hour, in place of an earlier one. It is no secret: only in a post of theirs does it prove anything. */
    public OfferedCode offer(MemberId member) {
        String code = "essaim-"
                + UuidCreator.getRandomBased().toString().replace("-", "").substring(0, DIGITS);
        Instant until = clock.instant().plus(HOLDS);
        handles.offer(member, code, until);
        return new OfferedCode(code, until);
    }

    /** Reads the post that the member points to. */
    public HandleProof read(MemberId member, String address) {
        Matcher post = POST.matcher(address.strip());
        if (!post.matches()) {
            return new HandleProof.NotAPost();
        }
        Optional<String> code = handles.codeOf(member);
        if (code.isEmpty()) {
            return new HandleProof.NoCode();
        }
        return switch (posts.read(post.group(1), post.group(2))) {
            case Posts.Reading.Post(String author, String text) -> judge(member, code.get(), author, text);
            case Posts.Reading.NotShown() -> new HandleProof.NotShown();
            case Posts.Reading.Unreachable() -> new HandleProof.Unreachable();
        };
    }

    private HandleProof judge(MemberId member, String code, String author, String text) {
        if (!text.toLowerCase(Locale.ROOT).contains(code)) {
            return new HandleProof.CodeMissing();
        }
        handles.prove(member, author);
        return new HandleProof.Proven(author);
    }

    /** What to post, and until when it counts. */
    public record OfferedCode(String code, Instant until) {}
}
