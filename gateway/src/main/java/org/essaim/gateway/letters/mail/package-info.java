/** Letters in words, and the mail server that takes them. */
@NullMarked
package org.essaim.gateway.letters.mail;

import org.jspecify.annotations.NullMarked;
