/** Bluetooth locks and Wi-Fi locks number their data points differently: a panel must read them from the device. */
export const bluetoothDpIds = {
  unlock_method_create: 1,
  unlock_method_delete: 2,
  residual_electricity: 8,
  unlock_fingerprint: 12,
  unlock_password: 13,
  unlock_card: 15,
  alarm_lock: 21,
  hijack: 22,
  beep_volume: 31,
  lock_motor_state: 47,
  temporary_password_creat: 51,
  temporary_password_delete: 52,
  temporary_password_modify: 53,
  synch_method: 54,
  remote_no_dp_key: 61,
  unlock_phone_remote: 62,
  password_offline_time: 64,
  check_code_set: 70,
  ble_unlock_check: 71,
}

export const wifiDpIds = {
  unlock_fingerprint: 1,
  unlock_password: 2,
  unlock_card: 5,
  alarm_lock: 8,
  unlock_request: 9,
  residual_electricity: 12,
  hijack: 16,
  beep_volume: 31,
  lock_motor_state: 47,
}
