/**
 * A pull parser of our own: {@link org.essaim.ingest.archive.script.scan.Scanner} walks values, on tokens that are found eight bytes at a
 * time. Values that nobody asked for are passed over by their brackets and quotes alone; nothing is allocated for an element
 * (ADR 15).
 */
@NullMarked
package org.essaim.ingest.archive.script.scan;

import org.jspecify.annotations.NullMarked;
