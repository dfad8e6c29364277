package org.essaim.gateway.migrations;

/**
 * What may be brought.
 *
 * @param fullArchives whether whole archives are taken at all
 * @param largestExtract bytes
 * @param largestArchive bytes
 */
public record UploadLimits(boolean fullArchives, long largestExtract, long largestArchive) {}
