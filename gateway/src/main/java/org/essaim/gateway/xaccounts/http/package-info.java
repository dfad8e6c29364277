/** X's public oEmbed. */
@NullMarked
package org.essaim.gateway.xaccounts.http;

import org.jspecify.annotations.NullMarked;
