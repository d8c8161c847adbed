/** The two `Party` of the installation. */
export const PARTIES = Symbol('panelreview.parties');
/** Version of the rule set under which acts outside cases are recorded. */
export const RULE_SET = Symbol('panelreview.rule-set');
