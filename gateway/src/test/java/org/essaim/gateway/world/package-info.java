/** What the gateway stands in for its tests: real Kafka, PostgreSQL and Keycloak, a stand-in of X, and small HTTP servers for the two services it calls. */
@NullMarked
package org.essaim.gateway.world;

import org.jspecify.annotations.NullMarked;
