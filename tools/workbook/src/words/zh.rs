use super::{Age, Commands, Doctor, Faults, Hang, Names, Session, Verdict, Words};

pub(crate) const ZH: Words = Words {
    session: Session {
        book_in_work: |address| format!("本书（正在构建）：{address}"),
        open_and_save: |path| format!("请在编辑器中打开并保存（按 Ctrl-C 退出）：{path}"),
        all_done: "所有练习的检查都已变绿。保存其中任意一个，就会重新检查。按 Ctrl-C 退出。",
        second: "这本练习册已有一个 `cargo workbook` 在运行；这一个使用另一个地址，\
                 与它并行。",
        unsaved: |why| format!("无法保存进度和历史版本：{why}。检查仍会照常执行。"),
        unread: |file, number| format!("{file}：有 {number} 行无法识别，已跳过。"),
        book_ready: |address| format!("本书已就绪：{address}"),
        book_failed: "本书构建失败，但不影响做练习。",
        error: "错误：",
        compiling: "正在编译 ...",
        waiting: "正在等待另一个 cargo（你的编辑器在检查代码）...",
        running: "正在执行检查 ...",
        book_waiting: "本书正在构建。本页会自动刷新；如果长时间停在这里，请查看终端。",
        port_taken: |port| format!("无法使用端口 {port}；去掉 --port 即可自动选用空闲端口"),
        no_exercise: "book/en/SUMMARY.md 里还没有练习",
    },
    verdict: Verdict {
        does_not_compile: "代码还不能通过编译。",
        no_rule: "没有可检查的规则；请把 `#[cfg(test)] mod check;` 放回去。",
        all_hold: "所有规则都成立。",
        next: |title, path| format!("下一个练习：{title}  {path}"),
        nothing_left: "其他练习也都已完成。",
        task: |address| format!("题目和提示：{address}"),
        hint: |name| format!("提示：cargo workbook hint {name}"),
        kept_the_thread: "（霸占线程）",
        never_finished: "（一直没有结束）",
        printed_too_much: "（输出过多）",
        ended_the_process: "（进程意外终止）",
    },
    hang: Hang {
        killed_after: |seconds| format!("它一直没有结束，{seconds} 秒后被强制终止。"),
        asleep: "它在睡眠：没有占用 CPU 时间。常见原因：没有谁会发来它等的东西，\
                 或者没有谁会来唤醒它；它等的锁正由它自己占着；\
                 或者它停在一个阻塞线程的调用里。",
        spinning: "它一直在占用 CPU。常见原因：循环永不结束，或者循环里没有一个 `.await` \
                   会真正等待。",
        flooded: "它的输出超过了 1 MB，已被强制终止。输出的开头是：",
        stack_overflow: "栈溢出，整个进程因此终止。常见原因：函数无限递归。",
        out_of_memory: "申请的内存超出了可用上限，整个进程因此终止。常见原因：循环里有数据无限增长。",
        aborted: "整个进程异常终止（abort）。常见原因：调用了 `abort`，或者析构函数在 panic \
                  期间再次 panic。",
        killed: "进程被外部强制终止（SIGKILL）。通常是系统在内存耗尽时所为。",
        signal: |signal| format!("测试的整个进程被信号 {signal} 终止。"),
        exited: |code| format!("规则还没有检查完，它就让测试的整个进程以退出码 {code} 退出了。"),
    },
    faults: Some(Faults {
        deadlock: "代码在等待，却再没有谁会来唤醒它。\n\
                   常见原因：该来唤醒它的一方已经不在了，或者从未被轮询；\
                   Waker 没有保存下来；它在等一把自己占着的锁。",
        never_ends: "它一次又一次被唤醒，没完没了。\n\
                     常见原因：循环没有出口，例如永不停止的 interval、不限次数的重试；\
                     或者某个 future 不停地自己唤醒自己。",
        never_rests: "它没有睡眠，而是在空转：不停地自己唤醒自己，总有任务可以运行，\
                      暂停的时钟因此一直不往前走。\n\
                      常见原因：在循环里反复 `yield_now`；\
                      或者某个 future 不去等待，而是一遍遍地查询。",
        waits_outside: "所有任务都在睡眠；暂停的时钟再怎么往前跳，它们等的东西也不会到来。\n\
                        常见原因：某个 `spawn_blocking` 一直没有结束；\
                        或者时钟又被恢复了（`tokio::time::resume`）。",
        stuck_asleep: "它在睡眠，却霸占着线程不放。这次轮询不返回，谁也无法取消它。\n\
                       常见原因：调用了阻塞线程的操作，例如 `std::thread::sleep`、std 的锁或通道、\
                       同步读取。",
        stuck_computing: "它一直在计算，霸占着线程不放。这次轮询不返回，谁也无法取消它。\n\
                          常见原因：循环里没有一个 `.await` 会真正等待。",
        stuck_unknown: "它霸占着线程不放，是在睡眠还是在计算，系统没有告知。\
                        这次轮询不返回，谁也无法取消它。\n\
                        常见原因：调用了阻塞线程的操作，例如 `std::thread::sleep`；\
                        或者循环里没有一个 `.await` 会真正等待。",
        left_running: "检查已经结束，你启动的某个任务却还在运行。\n\
                       任务属于运行时：丢弃它的句柄，或者丢弃启动它的那个 future，都不会让它结束。\
                       请等它运行完；或者先中止（abort），再等它结束。",
        unseen_panic: "某处发生了 panic，检查却若无其事地继续了下去。\n\
                       常见原因：panic 发生在已启动的任务里，tokio 把它存进了 `JoinHandle`，\
                       却没有人去看；或者它被 `catch_unwind` 捕获了。",
        double_panic: "一个 panic 正在展开栈，析构函数又 panic 了；遇到这种情况，\
                       Rust 会终止整个进程。\n\
                       常见原因：析构函数里有 `unwrap` 或 `assert!`。",
        too_few_points: "能够丢弃它的地方，比应有的少：它在该等待的地方没有等待。\n\
                         常见原因：漏了某个步骤；或者它霸占着线程，要么阻塞，\
                         要么在循环里反复查询，这样谁也无法取消它，别的任务也轮不到运行。",
        nothing_to_cut: "整个检查从未执行过 `cut.run(…)`：什么都没有取消，也就什么都没有证明。\n\
                         常见原因：漏写了 `.await`；或者根本没有运行到那里。",
        abandoned: "`cut.run(…)` 本身被外层的超时或竞争丢弃了。\
                    里面的代码最终会不会结束，无从得知，所以这次逐点扫描什么也证明不了。\n\
                    请把超时或竞争移到 `cut.run(…)` 里面。",
    }),
    names: Names {
        unknown: |name| format!("没有名为 `{name}` 的练习；请看 `cargo workbook list`"),
        unknown_but: |name, near| format!("没有名为 `{name}` 的练习；你是不是想输入 `{near}`？"),
        several: |name| format!("`{name}` 对应多个练习，请指明是哪一个："),
        not_understood: |typed| format!("无法理解 `{typed}`；请看 `cargo workbook --help`"),
        unknown_language: |typed| format!("不支持语言 `{typed}`；可选：en、ru、ja、zh"),
    },
    commands: Commands {
        usage: "\
提供本书的页面，并在你每次保存时检查练习。按 Ctrl-C 退出。

用法：cargo workbook [--port N] [--lang L]
      cargo workbook 命令

  check [名称]       检查一次：0 绿色，1 红色，3 不能通过编译，4 一直没有结束
  hint [名称] [N]    下一条提示，或第 N 条提示
  list               所有练习和进度
  next               接下来要做的练习
  reset 名称         恢复初始代码，并保留你的代码
  undo [名称]        恢复上一个版本
  history [名称]     所有历史版本
  solution 名称      查看答案；检查尚未变绿时会先询问（--yes：不询问）
  build              构建供发布的书，放在 target/book
  doctor             诊断这台机器上可能存在的问题
  lang L             保存所选语言：en、ru、ja、zh

名称可以是练习名、章/练习名、1.2 这样的编号，或练习名的开头部分。

  --port N           本书地址的端口（默认：从 3000 起的空闲端口）
  --lang L           仅本次使用的语言
  -h, --help         本说明
  -V, --version      版本",
        done: |done, all| format!("已完成 {done}/{all}"),
        hint: |number, all| format!("提示 {number}/{all}"),
        next_hint: "再次运行同一命令，即可看到下一条。",
        last_hint: "这是最后一条提示。",
        no_hint: |name| format!("{name} 的页面没有提示。"),
        untouched: |path| format!("{path} 已经是初始代码。"),
        kept: |path| format!("你的代码已保留在 {path}"),
        restored: |path| format!("{path} 已恢复为初始代码。撤销：cargo workbook undo"),
        undone: |path, number| format!("{path} 已恢复为版本 {number}。"),
        nothing_before: "没有更早的版本。",
        no_attempt: |name| format!("{name} 还没有检查过。"),
        current: "当前",
        lines: |number| format!("{number} 行"),
        ago: |age| match age {
            Age::Moments => "刚刚".to_owned(),
            Age::Minutes(number) => format!("{number} 分钟前"),
            Age::Hours(number) => format!("{number} 小时前"),
            Age::Days(number) => format!("{number} 天前"),
        },
        not_green: |name| format!("{name} 的检查还没有变绿。"),
        show_anyway: "仍要查看答案吗？[y/N]",
        needs_yes: "这里无法询问：如果仍要查看答案，请加上 --yes。",
        building: "正在构建本书 ...",
        language_saved: "从现在起，练习册使用简体中文。",
    },
    doctor: Doctor {
        toolchain: "Rust",
        too_old: |wanted| format!("需要 Rust {wanted} 或更新的版本：rustup update"),
        no_cargo: "无法启动；请从 https://rustup.rs 安装",
        linker: "链接器",
        fast_linker: "lld，速度快",
        system_linker: "系统自带的；检查结果会比用 lld 时出来得慢，除此之外没有影响",
        offline: "离线",
        offline_ready: "所有依赖都已下载好",
        fetch: "缺少依赖；请在有网络时运行：cargo fetch",
        lock: "构建目录",
        lock_free: "空闲",
        lock_held: "正被另一个 cargo 占用（可能来自你的编辑器）；检查会等它用完",
        drive: "磁盘",
        slow_drive: |kind| {
            format!("{kind}：这是挂载的磁盘，在上面构建很慢；请把练习册移到本地磁盘")
        },
        saving: "进度",
        saved: "可以保存",
        not_saved: |why| format!("无法保存：{why}"),
    },
};
