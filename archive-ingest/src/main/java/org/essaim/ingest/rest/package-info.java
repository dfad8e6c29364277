/** The internal API: the gateway reads the lists it needs for a member's identity; an operator has topics written again. */
@NullMarked
package org.essaim.ingest.rest;

import org.jspecify.annotations.NullMarked;
