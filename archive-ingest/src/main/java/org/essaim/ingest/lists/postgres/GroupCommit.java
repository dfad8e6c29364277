package org.essaim.ingest.lists.postgres;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Makes the changes that wait at one moment in one transaction. */
@ApplicationScoped
class GroupCommit {

    private static final int MOST = 128;
    /** Two, so that one prepares while the other waits for the disk. */
    private static final int THREADS = 2;

    private final Changes changes;
    private final Together<Change, Change> together;

    GroupCommit(Changes changes) {
        this.changes = changes;
        this.together = new Together<>("group-commit", THREADS, MOST, this::make);
    }

    /**
     * Makes the change and returns when it is committed.
     *
     * @throws RuntimeException when it was not made; whoever asked tries again or not
     */
    void make(Change change) {
        together.ask(change);
    }

    private List<Change> make(List<Change> group) throws SQLException {
        changes.make(group);
        return group;
    }

    @PreDestroy
    void stop() {
        together.close();
    }
}
