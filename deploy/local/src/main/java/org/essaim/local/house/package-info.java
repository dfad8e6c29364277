/**
 * Who lives in the house and what each needs: {@link org.essaim.local.house.Household} gathers the
 * {@link org.essaim.local.house.Stores} (Kafka, PostgreSQL, Keycloak), the {@link org.essaim.local.house.Services} and, for
 * the demo, the {@link org.essaim.local.house.Sandbox} of networks, as plans for the supervisor.
 * {@link org.essaim.local.house.PreparedStores} spare the demo the first start of its databases.
 */
@NullMarked
package org.essaim.local.house;

import org.jspecify.annotations.NullMarked;
