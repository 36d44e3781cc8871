import type { RefusalReason } from '../../../simulator/refusal'
import type { CodeAdvice } from '../../../src/core/errors/code-advice'
import type {
  ContainerAdvice,
  ContainerCodeMeaning,
} from '../../../src/core/errors/container-codes'
import type { GatewayCode } from '../../../src/core/errors/gateway-codes'
import type { VendorMeaning } from '../../../src/core/errors/vendor-codes'
import type { ServiceMeaning } from '../../../src/tools/service-codes'
import { translatorOf } from '../../guide/translation'
import type { ErrorTexts } from './error-texts'
import { meaningsOfCloud } from './meanings-of-cloud-zh'
import { meaningsOfServices } from './meanings-of-services-zh'

const file = 'scripts/reference/errors/error-texts-zh.ts'

const advice: Readonly<Record<CodeAdvice | ContainerAdvice, string>> = {
  'Fetch a new token and retry.': '获取新的令牌后重试。',
  'Check the clock and the secret, then sign again.': '检查时钟和密钥，然后重新签名。',
  'It was not executed; retry later.': '未执行，请稍后重试。',
  'Wait; check the lock before you repeat a command.': '请等待；重复命令之前，先查看门锁的状态。',
  'Wake the lock or bring it online first.': '先唤醒门锁，或使其上线。',
  "Check the project's subscription.": '检查云项目的订阅。',
  'Correct the request; a retry does not help.': '修正请求；重试没有用。',
  'Check the client id and the secret of the cloud project.': '检查云项目的 client id 和密钥。',
  'Subscribe the cloud project to the Smart Lock service; if it is subscribed, correct the path.':
    '为云项目订阅智能门锁服务；如果已订阅，请修正路径。',
  'Take a new ticket and send the command with it; a ticket is valid once.':
    '获取新的票据后再发送命令；每张票据只能使用一次。',
  'Correct the call or the permissions of the app; a retry does not help.':
    '修正调用或 App 的权限；重试没有用。',
  'Check the lock before you repeat a command.': '重复命令之前，先查看门锁的状态。',
  'The inner error has the reason.': '原因在内层错误中。',
}

const meaningsOfContainer: Readonly<Record<ContainerCodeMeaning, string>> = {
  'a necessary parameter is missing': '缺少必填的参数',
  'a parameter has a wrong format': '参数格式有误',
  'the method is not authorised': '方法未获授权',
  'the page of the app was closed': 'App 的页面已关闭',
  'the context of the app was closed': 'App 的上下文已关闭',
  'the user has not granted the permission': '用户未授予权限',
  'the app has no permission': 'App 没有权限',
  'the app has no such service': 'App 没有此服务',
  'the device id is not valid': '设备 ID 无效',
  'the group id is not valid': '群组 ID 无效',
  'the device is not loaded yet': '设备尚未加载',
  'the app has no such service for devices': 'App 没有此设备服务',
  'the topic could not be subscribed to': '无法订阅主题',
  'the topic could not be unsubscribed from': '无法取消订阅主题',
  'the code of the data point is not valid': '功能点的标识（code）无效',
  'the app failed': 'App 出错',
  'unknown error of the app': 'App 的未知错误',
  'the network failed': '网络失败',
  'the network of the device failed': '设备的网络失败',
  'the data points could not be published': '无法下发功能点',
  'the request of the panel failed': '面板的请求失败',
  'the request of the route failed': '路由的请求失败',
}

const gatewayCauses: Readonly<Record<GatewayCode, string>> = {
  GATEWAY_NO_ROUTE: '没有已知的 OpenAPI 路由对应此接口，或对应它的这些参数。',
  GATEWAY_FORBIDDEN: '策略拒绝此调用，或用户在该设备上没有角色。',
  GATEWAY_UNAVAILABLE: '无法连接存储或云端；未发送。',
  GATEWAY_PROJECT: '云端拒绝云项目的密钥或订阅；请运行 `lockpanel verify`。',
  GATEWAY_BAD_ANSWER: '云端的应答不符合契约。',
  GATEWAY_BAD_REQUEST: '参数或请求头无效；消息中有其名称。',
  GATEWAY_SIGN_IN: '没有有效的会话。',
  GATEWAY_TOO_MANY: '一个用户一分钟内对一个设备的调用次数超过选项 `limit`。',
  GATEWAY_OUTCOME_UNKNOWN: '已发送，但应答丢失。',
}

const refusals: Readonly<Record<RefusalReason, string>> = {
  'access_token is null': '没有令牌',
  'grant type invalid': '授权类型无效',
  'sign invalid': '签名无效',
  'client id is not that of the project': 'client id 不属于该云项目',
  'token has expired or was replaced': '令牌已过期，或已被替换',
  'token was not issued': '令牌未签发过',
  'request time is invalid': '请求时间无效',
  'param is empty': '参数为空',
  'param is out of range': '参数超出范围',
  'param type error': '参数类型有误',
  'no permission': '没有权限',
  'device is not in the project': '设备不在该云项目中',
  'uri path invalid': '路径无效',
  'param is illegal': '参数不合法',
  'device is offline': '设备离线',
  'lock type not supported': '不支持该锁类型',
  'user not exist': '用户不存在',
  'command or value not supported': '不支持该命令或值',
  'device not exist': '设备不存在',
  'password has expired': '密码已过期',
  'illegal operation': '操作不合法',
  'no more passwords can be added': '密码数量已达上限',
  'no such Zigbee password': 'Zigbee 密码不存在',
  'door lock is not online': '门锁不在线',
  'password length incorrect': '密码长度有误',
  'no effective password': '没有有效的密码',
  'password name repeats': '密码名称重复',
  'time is in the past': '时间已过去',
  'password repeats': '密码重复',
  'no such record': '记录不存在',
  'status does not allow it': '当前状态不允许',
  'operation in progress': '操作正在进行',
  'username or password wrong': '用户名或密码有误',
  'ticket invalid': '票据无效',
}

export const chinese: ErrorTexts = {
  meaning: translatorOf(
    {
      ...meaningsOfCloud,
      ...meaningsOfServices,
      ...meaningsOfContainer,
    } satisfies Readonly<Record<VendorMeaning | ServiceMeaning | ContainerCodeMeaning, string>>,
    file,
  ),
  advice: translatorOf(advice, file),
  gatewayCause: (code) => gatewayCauses[code],
  refusal: (reason) => refusals[reason],
}
