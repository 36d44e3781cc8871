/**
 * - `printed`: public reports print an answer with this text.
 * - `listed`: the vendor's tables have the text, no public report prints it.
 */
type Certainty = 'printed' | 'listed'

export interface ReportedAnswer {
  readonly msg: string
  readonly certainty: Certainty
  /** `owner/repository#issue`, or a name of `sources`. */
  readonly source: string
}

/** The tables of the vendor; where they differ, the text is that of the first. */
const sources = {
  table:
    'ErrorCode of the Java SDK (com.tuya.api.common), and developer.tuya.com, id=Kbrv2ex5geadd',
  page: 'developer.tuya.com, id=Kdelue2jqrz0u',
} as const

const listed = (msg: string, source: string = sources.table): ReportedAnswer => ({
  msg,
  certainty: 'listed',
  source,
})
const printed = (msg: string, source: string): ReportedAnswer => ({
  msg,
  certainty: 'printed',
  source,
})

/** The `msg` of every code that the simulated cloud answers with. Live texts have no explanation of their own. */
export const reportedAnswers: Readonly<Record<number, ReportedAnswer>> = {
  500: listed('system error,please contact the admin'),
  1002: listed('access_token is null'),
  1003: listed('grant type invalid'),
  1004: printed('sign invalid', 'tuya/tuya-homebridge#223'),
  /** The tables have `token is expired`, too; for a token that was never issued, they have 1011. */
  1010: printed('token invalid', '0x5e/homebridge-tuya-platform#14'),
  1013: printed('request time is invalid', 'tuya/tuya-homebridge#355'),
  1100: listed('param is empty'),
  1101: listed('params range invalid'),
  1104: printed('type is incorrect', 'tuya/tuya-homebridge#223'),
  1106: printed('permission deny', 'tuya/tuya-homebridge#46'),
  1108: listed('uri path invalid'),
  1109: listed('param is illegal, please check it'),
  1110: listed('concurrent request over limit'),
  1111: listed('system is busy, please retry later', sources.page),
  1112: listed('the user is syncing in the background, please try again later', sources.page),
  1199: listed('your requests are too frequent', sources.page),
  2001: listed('device is offline'),
  2004: printed('not support the lock type', 'leanderdl2/tuya-lock-bridge, README'),
  2006: listed('user not exist'),
  2008: listed('command or value not support'),
  /** The tables have 1005 and `clientId invalid` for this; 2009 is listed as `not support this device`. */
  2009: printed('clientId is invalid', 'tuya/tuya-connector#44'),
  2010: listed('device not exist'),
  2304: printed('password has expired!', 'a client that deletes expired passwords'),
  2306: listed('Illegal operation！'),
  2307: listed('The maximum number of available 99！'),
  2310: listed('zigbee lock password not found'),
  2311: listed('there are too many passwords in setting, please wait for gateway processing!'),
  2312: printed('Door lock equipment is not online!', 'homebridge-plugins/homebridge-tuya#55'),
  2314: listed('password exception'),
  2315: listed('no effective password'),
  2316: listed('password name can not repeat!'),
  2317: listed("Gateway's other sub device is updating, please try later!"),
  2318: listed('the effective time or invalid time is less than the current time'),
  2322: listed('wifi lock password can not be repeated'),
  2323: listed('door lock password record does not exist'),
  2324: listed('door lock password status does not allow operation'),
  2328: printed('operation in progress', 'leanderdl2/tuya-lock-bridge, README'),
  2401: listed('username or password is wrong'),
  2405: listed('ticket invalid'),
  28841002: printed(
    'No permissions. Your subscription to cloud development plan has expired.',
    'jasonacox/tinytuya#660',
  ),
  28841004: printed(
    'No permissions. Your quota of Trial Edition is used up.',
    'rospogrigio/localtuya#2079',
  ),
  28841101: printed(
    'No permissions. This API is not subscribed.',
    'tuya/tuya-homebridge#114, quoted by a client',
  ),
  28841105: printed(
    'No permissions. This project is not authorized to call this API',
    'tuya/tuya-homebridge#114',
  ),
  28841107: printed(
    'No permission. The data center is suspended.Please go to the cloud development platform to enable the data center.',
    'rospogrigio/localtuya#1719',
  ),
  60001001: printed(
    'Your controllable device pool quota is insufficient.',
    'azerty9971/xtend_tuya#242',
  ),
}

/** The `msg` of a code; undefined for a code that no report has. */
export const reportedMsg = (code: number): string | undefined =>
  Object.hasOwn(reportedAnswers, code) ? reportedAnswers[code]?.msg : undefined
