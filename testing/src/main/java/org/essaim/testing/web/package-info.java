/**
 * What the stand-ins of networks are made of: {@link org.essaim.testing.web.LoopbackServer} takes a
 * {@link org.essaim.testing.web.WebRequest} and gives a {@link org.essaim.testing.web.WebResponse};
 * {@link org.essaim.testing.web.Browser} is the other side, walking pages and forms with cookies as a person does;
 * {@link org.essaim.testing.web.ParentWatch} ends a stand-in together with whoever started it.
 */
@NullMarked
package org.essaim.testing.web;

import org.jspecify.annotations.NullMarked;
