/** Disputes over HTTP, for whoever raises them; what operators do with them is in {@code operators.rest}. */
@NullMarked
package org.essaim.gateway.disputes.rest;

import org.jspecify.annotations.NullMarked;
