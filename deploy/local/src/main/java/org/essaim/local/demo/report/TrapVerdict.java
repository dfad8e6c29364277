package org.essaim.local.demo.report;

/**
 * One of the ten ways in which a follow could go wrong.
 *
 * @param trap what was laid
 * @param avoided whether nothing wrong came of it
 * @param detail what Essaim made of it
 */
public record TrapVerdict(String trap, boolean avoided, String detail) {}
