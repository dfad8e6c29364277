/**
 * Names and faces of target accounts, so that the page needs no third party.
 *
 * <p>In order: the gateway asks {@link org.essaim.executor.profiles.Profiles} for some accounts; those not known yet, or known
 * long ago, are claimed by {@link org.essaim.executor.profiles.RefreshProfiles}, which has a {@link
 * org.essaim.executor.profiles.ProfileNetwork} look at the account's own server through {@link
 * org.essaim.executor.profiles.PoliteWeb}; pictures are encoded anew as a {@link
 * org.essaim.executor.profiles.SmallPicture}. Nobody waits for any of it.
 */
@NullMarked
package org.essaim.executor.profiles;

import org.jspecify.annotations.NullMarked;
