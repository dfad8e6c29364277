/**
 * How hosts are treated, whoever asks and whatever for. Every exchange of a network's {@link
 * org.essaim.executor.courtesy.WaysOut} passes, in this order, {@link org.essaim.executor.courtesy.RedirectedWeb} (each hop is
 * an exchange of its own), {@link org.essaim.executor.courtesy.CircuitWeb} (only on looks at other people's servers: one that
 * does not answer is left alone for a while) and {@link org.essaim.executor.courtesy.CourteousWeb} (nothing for hosts that
 * asked to be left out; a place in the host's budget first; its headers are heeded after). What a host counts and says is
 * its network's {@link org.essaim.executor.courtesy.Manners}.
 */
@NullMarked
package org.essaim.executor.courtesy;

import org.jspecify.annotations.NullMarked;
