package org.essaim.executor.ledger;

import org.essaim.contracts.MemberId;
import org.essaim.contracts.TargetAccount;

/** Whose follows are worked on. */
public record ActingAccount(MemberId member, TargetAccount account) {}
