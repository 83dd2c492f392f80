// A job as it is told, message by message.
export function isOver(job) {
    return job.state === "done" || job.state === "failed" || job.state === "stopped";
}
/** Takes in a message; the answer is loaded when a job is over. */
export function heard(whole, job) {
    const before = whole ?? { job, points: [], answer: null, stale: [] };
    const points = [...before.points];
    if (job.cost !== null && points.at(-1)?.[0] !== job.seconds) {
        const point = [job.seconds, job.cost, job.bound, job.boneyard ?? 0];
        points.push(point);
    }
    return { ...before, job, points };
}
