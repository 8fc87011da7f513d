package io.databourse.protection.anonymise;

import java.util.Map;

/// What a published table keeps to, and what risk is left.
///
/// @param rows published
/// @param suppressed rows left out because a cell was missing or unreadable
/// @param classes sets of rows that look alike
/// @param k rows in the smallest class
/// @param l distinct values in a class, at least, by sensitive column
/// @param t greatest distance of a class from the table, by sensitive column
/// @param prosecutorRisk chance to recognise somebody who is known to be in the table: 1 ⁄ k
/// @param journalistRisk chance to recognise anybody by a register of the population; without one,
///   this is its upper bound, the prosecutor's
/// @param marketerRisk share of the rows that who tries all of them recognises on average: classes
///   ⁄ rows. The three are those of El Emam, *Guide to the De-Identification of Personal Health
///   Information* (2013).
public record AnonymityReport(
        long rows,
        long suppressed,
        long classes,
        long k,
        Map<String, Integer> l,
        Map<String, Double> t,
        double prosecutorRisk,
        double journalistRisk,
        double marketerRisk) {}
