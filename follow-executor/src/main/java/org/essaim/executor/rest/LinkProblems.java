package org.essaim.executor.rest;

import org.essaim.executor.linking.LinkRefusal;
import org.essaim.platform.http.Problem;

/** Refusals in the words that a person reads. */
final class LinkProblems {

    private LinkProblems() {}

    static Problem of(LinkRefusal refusal) {
        return switch (refusal) {
            case ACCOUNT_NOT_UNDERSTOOD ->
                new Problem(
                        422,
                        "account-not-understood",
                        "Account not understood",
                        "Type a handle such as name.bsky.social or @name@example.social, or paste the link of the profile.");
            case ACCOUNT_NOT_FOUND ->
                new Problem(
                        404,
                        "account-not-found",
                        "Account not found",
                        "No such account was found. Check the spelling.");
            case SERVER_NOT_SUPPORTED ->
                new Problem(
                        422,
                        "server-not-supported",
                        "Server not supported",
                        "Essaim links accounts on Mastodon and GoToSocial servers. That one runs something else, or lacks what is needed.");
            case SERVER_LEFT_OUT ->
                new Problem(
                        403,
                        "server-left-out",
                        "Server left out",
                        "The admins of that server asked Essaim not to work with it.");
            case ADDRESS_NOT_ALLOWED ->
                new Problem(
                        403,
                        "address-not-allowed",
                        "Address not allowed",
                        "That address is not a server on the public Internet.");
            case NETWORK_UNREACHABLE ->
                new Problem(
                        502,
                        "network-unreachable",
                        "Server not reachable",
                        "The server does not answer. Try again later.");
            case SERVER_BUSY ->
                new Problem(
                        503,
                        "server-busy",
                        "Server busy",
                        "Many people link accounts there just now. Try again in a few minutes.");
            case LINK_EXPIRED ->
                new Problem(
                        400, "link-expired", "Link expired", "This took too long or was done already. Start again.");
            case LINK_NOT_YOURS ->
                new Problem(
                        400,
                        "link-not-yours",
                        "Link not yours",
                        "This was begun elsewhere. Start again in this browser.");
            case LINK_DENIED ->
                new Problem(
                        400, "link-denied", "Link denied", "The server or you said no. Start again if you want to.");
            case ACCOUNT_LINKED_ELSEWHERE ->
                new Problem(
                        409,
                        "account-linked-elsewhere",
                        "Account linked elsewhere",
                        "That account is linked to another member. Unlink it there first.");
        };
    }
}
