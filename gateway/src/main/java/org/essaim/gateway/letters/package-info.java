/**
 * What members are told by e-mail. In order: a round looks whom there is something to tell ({@link org.essaim.gateway.letters.Letters});
 * a job for each of them reads what it is, asks the sign-in service for the address, hands the letter to the mail server and then
 * remembers that it is told ({@link org.essaim.gateway.letters.SendLetter}). No address is kept here. Security goes out within minutes,
 * three letters a day at most; all other news in one letter a day. Whoever got one can end it with one click ({@link
 * org.essaim.gateway.letters.UnsubscribeWord}).
 */
@NullMarked
package org.essaim.gateway.letters;

import org.jspecify.annotations.NullMarked;
