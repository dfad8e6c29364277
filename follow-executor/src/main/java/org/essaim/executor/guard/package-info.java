/**
 * Every address that a person typed, or that a server named, is fetched through here and nowhere else.
 *
 * <p>In order: {@link org.essaim.executor.guard.WebRequest} -> {@link org.essaim.executor.guard.AddressGuard} (scheme,
 * host, then every resolved address) -> {@link org.essaim.executor.guard.Web} (limits on time, size and redirects, each
 * redirect checked again) -> {@link org.essaim.executor.guard.WebResponse}. Fails with
 * {@link org.essaim.executor.guard.AddressNotAllowedException} before anything is sent, or with
 * {@link org.essaim.executor.guard.NoAnswerException} when what was sent is or is not known to have arrived.
 */
@NullMarked
package org.essaim.executor.guard;

import org.jspecify.annotations.NullMarked;
