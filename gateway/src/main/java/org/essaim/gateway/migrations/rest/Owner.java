package org.essaim.gateway.migrations.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.executor.Word;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.gateway.migrations.Migrations;
import org.essaim.platform.http.Problem;

/** Whose move the request is about: the caller's own, or it is as if there were none. */
@RequestScoped
public class Owner {

    private final CurrentMember member;
    private final Migrations migrations;

    public Owner(CurrentMember member, Migrations migrations) {
        this.member = member;
        this.migrations = migrations;
    }

    /** The caller, when the move is theirs; else a 404. */
    public MemberId of(UUID migration) {
        MemberId id = member.id();
        if (!migrations.owns(id, migration)) {
            throw notFound();
        }
        return id;
    }

    /** The caller's own word to follow-executor. */
    public Word word() {
        return new Word(member.id(), member.accessToken(), member.sessionBinding());
    }

    public static Problem notFound() {
        return new Problem(404, "migration-not-found", "No such move", "You have no move with this id.");
    }
}
