/**
 * How the people of the demo reach Essaim, over HTTP as everybody does: {@link org.essaim.local.demo.http.SignIn} walks
 * through Keycloak, {@link org.essaim.local.demo.http.Session} keeps the token fresh, and
 * {@link org.essaim.local.demo.http.Gateway} is the public API as one signed-in person uses it.
 */
@NullMarked
package org.essaim.local.demo.http;

import org.jspecify.annotations.NullMarked;
