/** The members of a lock, and what they may do. */
export type { AddedMember } from '../../flows/members/add-member'
export type { ManagedPerson, MemberAction } from '../../flows/members/may-manage'
export { mayManage } from '../../flows/members/may-manage'
export type {
  Member,
  MemberChanges,
  MemberFailure,
  MemberRole,
  MemberValidity,
  NewMember,
  NewMemberValidity,
  RemovedMember,
} from '../../flows/members/member'
export type { AllMembersOptions } from '../../flows/members/member-lists'
export type { Members } from '../../flows/members/members'
export { members } from '../../flows/members/members'
export type { GivenRole } from '../../flows/members/roles'
