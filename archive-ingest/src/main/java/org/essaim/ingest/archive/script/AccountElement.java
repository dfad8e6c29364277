package org.essaim.ingest.archive.script;

import java.io.IOException;
import java.util.Optional;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.script.scan.Names;
import org.essaim.ingest.archive.script.scan.Scanner;
import org.jspecify.annotations.Nullable;

/** The three fields that name an owner. The e-mail address beside them is passed over unread. */
final class AccountElement {

    private static final Names WRAPPER = Names.of("account");
    private static final Names FIELDS = Names.of("accountId", "username", "accountDisplayName");

    private long id = -1;
    private @Nullable String handle;
    private @Nullable String name;

    void read(Scanner text) throws IOException {
        Values.fields(text, WRAPPER, (wrapper, account) -> Values.fields(account, FIELDS, this::readField));
    }

    private void readField(int field, Scanner value) throws IOException {
        switch (field) {
            case 0 -> id = value.id();
            case 1 -> handle = value.text();
            default -> name = value.text();
        }
    }

    Optional<ClaimedOwner> owner() {
        return id > 0 ? Optional.of(new ClaimedOwner(new XId(id), handle, name)) : Optional.empty();
    }
}
