/**
 * What tests and the sandbox stand on, and no service ever does: real servers ({@code kafka}, {@code postgres}, {@code keycloak}),
 * the same on containers, the networks' servers and stand-ins ({@code pds}, {@code mastodon}, {@code x}), synthetic archives and
 * the architecture rules.
 */
@NullMarked
package org.essaim.testing;

import org.jspecify.annotations.NullMarked;
