package org.essaim.ingest.lists;

import java.util.UUID;
import org.essaim.contracts.MemberId;

class MemoryMemberListsTest implements MemberListsContract {

    private final MemoryMemberLists lists = new MemoryMemberLists();

    @Override
    public MemberLists lists() {
        return lists;
    }

    @Override
    public UUID openWork(MemberId member) {
        return UUID.randomUUID();
    }
}
