/**
 * The same servers on Testcontainers, for who has Docker: {@link org.essaim.testing.containers.Containers} holds the one switch
 * ({@code -Dessaim.containers=true}), which the resources of {@code kafka}, {@code postgres} and {@code keycloak} ask; the other
 * classes start a container each and answer with the address that the embedded server would have.
 */
@NullMarked
package org.essaim.testing.containers;

import org.jspecify.annotations.NullMarked;
