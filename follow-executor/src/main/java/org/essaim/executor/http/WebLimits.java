package org.essaim.executor.http;

import java.time.Duration;

/**
 * How far one request may go.
 *
 * @param connect until the connection stands
 * @param whole until the last byte of the answer, each redirect anew
 * @param bytes the longest answer that is read
 * @param redirects how many are followed
 * @param userAgent names Essaim and where its operator is reached
 */
public record WebLimits(Duration connect, Duration whole, long bytes, int redirects, String userAgent) {}
