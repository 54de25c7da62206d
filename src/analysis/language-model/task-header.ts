/** Names the task of a call to the server, so that gateways can count by it. */
export const TASK_HEADER = 'x-porras-task';
