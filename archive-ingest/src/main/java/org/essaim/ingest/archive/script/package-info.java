/**
 * The text of parts, read by a pull parser of our own: JavaScript ({@code window.YTD.following.part0 = [...]}), some of
 * it reformatted by hand, with just the tolerance that archives in the wild need: a byte order mark, unquoted keys,
 * trailing commas, a semicolon at the end.
 *
 * <p>In order: {@link org.essaim.ingest.archive.script.ScriptPartParser} opens a part,
 * {@link org.essaim.ingest.archive.script.PartScript} checks what it is assigned to and hands on its elements,
 * {@link org.essaim.ingest.archive.script.scan.Scanner} walks them. Values that nobody asked for are passed over by their
 * brackets and quotes alone. Nothing is allocated for an element (ADR 15).
 */
@NullMarked
package org.essaim.ingest.archive.script;

import org.jspecify.annotations.NullMarked;
