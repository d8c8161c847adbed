/*
 * Loaded before a program, so that it ends with the process that started it, also where the system does not see to
 * that. The channel carries nothing, and closes with the parent. It keeps nobody alive who has nothing left to do.
 */
process.channel?.unref();
process.once('disconnect', () => process.exit(1));
