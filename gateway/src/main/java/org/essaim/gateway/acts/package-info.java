/**
 * What members did that bears on the safety of their account, written down without naming anyone: a digest tells whether two entries are
 * about the same person. Each entry is made in the transaction of what it tells, and kept for half a year.
 */
@NullMarked
package org.essaim.gateway.acts;

import org.jspecify.annotations.NullMarked;
