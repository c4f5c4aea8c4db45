use super::{Age, Commands, Doctor, Faults, Hang, Names, Session, Verdict, Words};

pub(crate) const JA: Words = Words {
    session: Session {
        book_in_work: |address| format!("本（ビルド中）：{address}"),
        open_and_save: |path| {
            format!("エディタで開いて保存してください（Ctrl-Cで終了します）：{path}")
        },
        all_done: "すべての演習に合格しました。どれかを保存すると、もう一度チェックします。\
                   Ctrl-Cで終了します。",
        second: "このワークブックでは、すでに別の`cargo workbook`が動いています。\
                 こちらは別のアドレスで、並行して動きます。",
        unsaved: |why| {
            format!("進捗とコードの履歴を保存できません（{why}）。それでもチェックは動きます。")
        },
        unread: |file, number| format!("{file}：解釈できない{number}行を読み飛ばしました。"),
        book_ready: |address| format!("本の準備ができました：{address}"),
        book_failed: "本をビルドできませんでした。本がなくても演習はできます。",
        error: "エラー：",
        compiling: "コンパイルしています…",
        waiting: "別のcargo（エディタが動かしているものなど）の終了を待っています…",
        running: "チェックを実行しています…",
        book_waiting: "本をビルドしています。このページは自動で再読み込みされます。\
                       いつまでも終わらない場合は、ターミナルを確認してください。",
        port_taken: |port| {
            format!("ポート{port}は使えません。--portを指定しなければ、空いているポートを使います")
        },
        no_exercise: "book/en/SUMMARY.mdにはまだ演習がありません",
    },
    verdict: Verdict {
        does_not_compile: "コードがまだコンパイルできません。",
        no_rule: "チェックする規則がありません。`#[cfg(test)] mod check;`を元に戻してください。",
        all_hold: "すべての規則が守られています。",
        next: |title, path| format!("次の演習：{title}  {path}"),
        nothing_left: "ほかの演習にもすべて合格しています。",
        task: |address| format!("課題とヒント：{address}"),
        hint: |name| format!("ヒント：cargo workbook hint {name}"),
        kept_the_thread: "（スレッドを占有し続けた）",
        never_finished: "（終わらなかった）",
        printed_too_much: "（出力が多すぎた）",
        ended_the_process: "（プロセスごと終了した）",
    },
    hang: Hang {
        killed_after: |seconds| format!("終わらなかったため、{seconds}秒後に強制終了しました。"),
        asleep: "ずっと眠っていて、CPU時間を使っていませんでした。よくある原因は、誰からも送られてこないものや\
                 起こしてくれる者のいないものを待っている、自分が保持しているロックを待っている、\
                 スレッドをブロックする呼び出しの中で止まっている、のいずれかです。",
        spinning: "ずっとCPUを使っていました。よくある原因は、終わりのないループか、\
                   実際に待つ`.await`のないまま回り続けるループです。",
        flooded: "出力が1 MBを超えたため、強制終了しました。出力の先頭は次のとおりです。",
        stack_overflow: "スタックオーバーフローが起き、プロセス全体が終了しました。よくある原因は、\
                         終わりのない再帰呼び出しです。",
        out_of_memory: "使えるメモリの上限を超えたため、プロセス全体が終了しました。よくある原因は、\
                        ループの中で際限なく増え続けるデータです。",
        aborted: "プロセス全体が異常終了しました（abort）。よくある原因は、`abort`の呼び出し、\
                  またはパニックの最中に再びパニックしたデストラクタです。",
        killed: "プロセスが外部から強制終了されました（SIGKILL）。たいていは、メモリが不足したときに\
                 システムが行うものです。",
        signal: |signal| format!("シグナル{signal}により、テストのプロセス全体が終了しました。"),
        exited: |code| {
            format!(
                "規則のチェックが終わる前に、テストのプロセス全体が終了コード{code}で終了しました。"
            )
        },
    },
    faults: Some(Faults {
        deadlock: "コードが待っているのに、それを起こす者がいません。\n\
                   よくある原因は、起こすはずの相手がもう存在しない、\
                   その相手が一度もポーリングされていない、Wakerが捨てられた、\
                   自分が保持しているロックを待っている、のいずれかです。",
        never_ends: "何度も起こされるばかりで、終わる気配がありません。\n\
                     よくある原因は、出口のないループ（終わらないインターバル、\
                     回数に上限のないリトライなど）か、絶えず自分で自分を起こすフューチャーです。",
        never_rests: "眠っているのではなく、空回りしています。絶えず自分で自分を起こすので、\
                      すべてのタスクが休む瞬間がなく、一時停止した時計も進みません。\n\
                      よくある原因は、`yield_now`を繰り返すループか、\
                      待つ代わりに何度も問い合わせるフューチャーです。",
        waits_outside: "すべてのタスクが眠っていて、\
                        一時停止した時計をいくら進めても来ないものを待っています。\n\
                        よくある原因は、終わらない`spawn_blocking`か、\
                        再び動き出した時計（`tokio::time::resume`）です。",
        stuck_asleep: "コードがスレッドを占有したまま眠っています。\
                       ポーリングから戻ってこないので、誰もキャンセルできません。\n\
                       よくある原因は、`std::thread::sleep`、stdのロックやチャネル、\
                       同期的な読み込みなど、スレッドをブロックする呼び出しです。",
        stuck_computing: "コードがスレッドを占有したまま計算し続けています。\
                          ポーリングから戻ってこないので、誰もキャンセルできません。\n\
                          よくある原因は、実際に待つ`.await`のないまま回り続けるループです。",
        stuck_unknown: "コードがスレッドを占有し続けています（眠っているのか計算しているのか、\
                        このシステムではわかりません）。\
                        ポーリングから戻ってこないので、誰もキャンセルできません。\n\
                        よくある原因は、`std::thread::sleep`などスレッドをブロックする呼び出しか、\
                        実際に待つ`.await`のないまま回り続けるループです。",
        left_running: "チェックが終わったのに、スポーンされたタスクがまだ動いています。\n\
                       タスクはランタイムのものなので、ハンドルや、\
                       スポーンした側のフューチャーをドロップしても終わりません。\
                       完了を待つか、中止（`abort`）してから終わるのを待ってください。",
        unseen_panic: "どこかでパニックが起きたのに、\
                       チェックは何事もなかったかのように続きました。\n\
                       よくあるのは、スポーンされたタスクの中のパニックです。\
                       tokioはそれを`JoinHandle`に入れておくだけなので、\
                       誰も結果を確かめなければ気づけません。`catch_unwind`で捕まえた場合も同じです。",
        double_panic: "パニックによる巻き戻しの最中に、デストラクタが再びパニックしました。\
                       この場合、Rustはプロセス全体を終了させます。\n\
                       よくある原因は、デストラクタの中の`unwrap`や`assert!`です。",
        too_few_points: "コードをドロップできた箇所が、必要な数に足りません。\
                         待つべきところで待っていないためです。\n\
                         よくある原因は、手順の抜けか、スレッドの占有（ブロックしている、\
                         ループで何度も問い合わせているなど）です。占有しているあいだは、\
                         誰もキャンセルできず、ほかのタスクにも順番が回りません。",
        nothing_to_cut: "チェックの中で`cut.run(…)`が一度も実行されませんでした。\
                         何もキャンセルしていないので、何も確かめられていません。\n\
                         よくある原因は、`.await`の付け忘れか、そこまで実行が進んでいないことです。",
        abandoned: "`cut.run(…)`そのものが、外側のタイムアウトや競争によってドロップされました。\
                    中のコードが最後まで終わるのかどうかわからないため、\
                    このスイープでは何も確かめられません。\n\
                    タイムアウトや競争は、`cut.run(…)`の内側に移してください。",
    }),
    names: Names {
        unknown: |name| format!("`{name}`という演習はありません。一覧：`cargo workbook list`"),
        unknown_but: |name, near| format!("`{name}`という演習はありません。`{near}`のことですか？"),
        several: |name| {
            format!("`{name}`に当てはまる演習が複数あります。どれかを指定してください：")
        },
        not_understood: |typed| {
            format!("`{typed}`を解釈できません。使い方：`cargo workbook --help`")
        },
        unknown_language: |typed| {
            format!("`{typed}`という言語はありません。使えるのはen、ru、ja、zhです")
        },
    },
    commands: Commands {
        usage: "\
本を表示し、演習を保存するたびにチェックします。Ctrl-Cで終了します。

使い方：cargo workbook [--port N] [--lang L]
        cargo workbook コマンド

  check [名前]       1回チェック：0 合格、1 不合格、3 コンパイル不可、4 ハング
  hint [名前] [N]    次のヒント、またはN番目のヒント
  list               すべての演習と進捗
  next               次に取り組む演習
  reset 名前         最初のコードに戻す（今のコードは保管する）
  undo [名前]        1つ前のコードに戻す
  history [名前]     これまでのコード
  solution 名前      解答（まだ合格していなければ確認する。--yesで省略）
  build              公開用の本をtarget/bookにビルドする
  doctor             このマシンに問題がないか調べる
  lang L             表示する言語を保存する：en、ru、ja、zh

名前には、演習名、章/演習名、1.2のような番号、演習名の先頭部分が使えます。

  --port N           本のアドレスのポート（既定値：3000以降の空いているもの）
  --lang L           今回だけ使う言語
  -h, --help         この説明
  -V, --version      バージョン",
        done: |done, all| format!("{all}問中{done}問に合格"),
        hint: |number, all| format!("ヒント{number}/{all}"),
        next_hint: "同じコマンドをもう一度実行すると、次のヒントを表示します。",
        last_hint: "これが最後のヒントです。",
        no_hint: |name| format!("{name}のページにはヒントがありません。"),
        untouched: |path| format!("{path}は最初のコードのままです。"),
        kept: |path| format!("戻す前のコードの保管先：{path}"),
        restored: |path| {
            format!("{path}を最初のコードに戻しました。取り消すには：cargo workbook undo")
        },
        undone: |path, number| format!("{path}を{number}番のコードに戻しました。"),
        nothing_before: "これより前のコードはありません。",
        no_attempt: |name| format!("{name}はまだ一度もチェックされていません。"),
        current: "現在",
        lines: |number| format!("{number}行"),
        ago: |age| match age {
            Age::Moments => "たった今".to_owned(),
            Age::Minutes(number) => format!("{number}分前"),
            Age::Hours(number) => format!("{number}時間前"),
            Age::Days(number) => format!("{number}日前"),
        },
        not_green: |name| format!("{name}にはまだ合格していません。"),
        show_anyway: "それでも解答を表示しますか？ [y/N]",
        needs_yes: "ここでは確認の入力ができません。それでも表示するには--yesを付けてください。",
        building: "本をビルドしています…",
        language_saved: "これからは日本語で表示します。",
    },
    doctor: Doctor {
        toolchain: "Rust",
        too_old: |wanted| format!("Rust {wanted}以降が必要です：rustup update"),
        no_cargo: "起動できません。https://rustup.rs からインストールしてください",
        linker: "リンカ",
        fast_linker: "lld（高速）です",
        system_linker: "システム標準のリンカです。lldより結果が出るまで時間がかかりますが、ほかに問題はありません",
        offline: "オフライン",
        offline_ready: "依存クレートはすべてそろっています",
        fetch: "依存クレートが足りません。ネットワークにつながっているときに実行してください：cargo fetch",
        lock: "ビルド先",
        lock_free: "空いています",
        lock_held: "別のcargo（エディタが動かしているものなど）が使用中です。チェックはその終了を待ちます",
        drive: "ドライブ",
        slow_drive: |kind| {
            format!(
                "{kind}：マウントされたドライブで、ビルドが遅くなります。ワークブックをローカルのドライブに移してください"
            )
        },
        saving: "進捗",
        saved: "保存できます",
        not_saved: |why| format!("保存できません：{why}"),
    },
};
