package org.assisterportal.plan;

/** Why a plan can't be bought by a group. */
public enum Obstacle {
    /** Somebody was 30 before the plan year began, and has no hardship or affordability exemption. */
    NOT_CATASTROPHIC,
    /** Only for children. */
    CHILDREN_ONLY,
    /** Children only together with an adult. */
    NEEDS_AN_ADULT,
    WITHDRAWN;

    public String message() {
        return "plan.obstacle." + name();
    }
}
