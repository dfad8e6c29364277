/**
 * A stand-in for X's OAuth 2 and its oEmbed over real HTTP: {@link org.essaim.testing.x.FakeX} in this process,
 * {@link org.essaim.testing.x.XMain} in one of its own; {@link org.essaim.testing.x.XControl} arranges accounts and posts;
 * {@link org.essaim.testing.x.XPerson} chooses an account and authorizes as a person does.
 */
@NullMarked
package org.essaim.testing.x;

import org.jspecify.annotations.NullMarked;
