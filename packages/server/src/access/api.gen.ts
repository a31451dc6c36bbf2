// Written by tools/generate-api-types.ts from the OpenAPI document.

export interface paths {
    "/api/v1/demands/from-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 起草事项：由文件或粘贴的文字读出各项内容，起草人核对更正。 */
        post: operations["draftFromFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 更正草稿，重新筛查。 */
        put: operations["reviseDemand"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个事项的现状，以及本人可办的事。 */
        get: operations["readDemand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个事项经过的每一步。 */
        get: operations["readDemandHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交审定。 */
        post: operations["submitDemand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/admit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 准予下达，发给事项码。超出总量、计划外或有差错的只能由减负办一事一议。 */
        post: operations["admitDemand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 下达给承接单位。 */
        post: operations["startDemand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的清单：一个承接单位本周、以后、逾期和已办的事项，以及本月用时。 */
        get: operations["readInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{unit}/{demand}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办理一个事项：内容、已知的答复、可以退回的理由。 */
        get: operations["readTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{unit}/{demand}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 打开事项。只用于实测用时，不向发起单位显示。 */
        post: operations["openTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{unit}/{demand}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复：简短文字、文件，或确认与上次相同。内容相同的重复答复不再记一次。 */
        post: operations["answerTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{unit}/{demand}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回。理由和条款由系统给出；发起单位看得到单位和理由，看不到经办人。 */
        post: operations["returnTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/bearers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各承接单位的答复和退回。发起单位、减负办、领导和监督可见。 */
        get: operations["listBearerStatuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/off-gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 没有事项码的要求：粘贴文字或上传文件即可，别的都不用填。 */
        post: operations["registerOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 验证事项码和审计日志的公钥，停用的也在内。 */
        get: operations["listKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一页：十三周的工时、各发起单位与自己总量的对比、应急、未过关、一事一议和年底预测。不比较乡镇和村。 */
        get: operations["readOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/caps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各发起单位的年度总量、已用和余量。 */
        get: operations["listCaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/caps/{issuer}/{year}/{measure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项总量和它的历次核定、调剂。 */
        get: operations["readCap"];
        /** 核定总量，写明理由和依据；本县定有全县总量的，各单位合计不能超过。 */
        put: operations["grantCap"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查事项码或二维码中的签名文字：已准入、已到期、已撤回、已暂停，还是从未准入。不需要账号。 */
        get: operations["readCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我是谁：姓名、县、岗位 */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 生成访问令牌，只显示这一次 */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description 出错时的回复（RFC 9457）。code 是固定不变的错误代码。 */
        Problem: {
            errors?: {
                pointer: string;
                detail: string;
            }[];
            limitBytes?: number;
            retryAfterSeconds?: number;
            allow?: string[];
            version?: number;
            /** @description 说明这个错误代码的网页 */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            code: "malformed-json" | "malformed-form" | "invalid-input" | "invalid-configuration" | "not-signed-in" | "wrong-credentials" | "code-needed" | "new-password-needed" | "not-allowed" | "four-eyes" | "cross-site" | "no-such-record" | "already-exists" | "wrong-state" | "no-grounds" | "unknown-unit" | "units-below" | "no-such-division" | "no-division-data" | "over-cap" | "forbidden-address" | "too-many" | "screening-outdated" | "stale" | "version-needed" | "key-reused" | "not-found" | "method-not-allowed" | "too-large" | "unsupported-media-type" | "encrypted" | "damaged" | "unsupported" | "empty" | "needs-transcript" | "no-recogniser" | "no-form" | "took-too-long" | "too-many-requests" | "busy" | "files-unreachable" | "not-ready" | "internal";
            requestId: string;
        };
        /**
         * @description 角色：拟稿人、单位负责人、减负办、领导、监督、承接单位经办、审计、管理员
         * @enum {string}
         */
        Role: "drafter" | "unit-lead" | "office" | "leader" | "supervisor" | "bearer-clerk" | "auditor" | "administrator";
        /** @description 县级行政区划代码，6 位 */
        CountyCode: string;
        /** @description 单位代码，12 位：县 6 位、乡镇 3 位、村 3 位 */
        UnitCode: string;
        /**
         * Format: date
         * @description 日期 YYYY-MM-DD（北京时间）
         */
        Day: string;
        /**
         * Format: date-time
         * @description 时刻，RFC 3339，带时区
         */
        Instant: string;
        /** Format: uuid */
        Id: string;
        /** @description 登录的是谁、在哪个县、有哪些岗位 */
        Me: {
            person: components["schemas"]["Id"];
            name: string;
            username: string;
            county: components["schemas"]["CountyCode"];
            countyName: string;
            posts: {
                id: components["schemas"]["Id"];
                unit: components["schemas"]["UnitCode"];
                unitName: string;
                role: components["schemas"]["Role"];
            }[];
            /** @description 登录时还要动态验证码 */
            totp: boolean;
            /** @description 没有口令的人（只用单点登录）为 null */
            passwordSetAt: components["schemas"]["Instant"] | null;
        };
        /** @description 事项码和审计日志的公钥 */
        PublicKey: {
            county: components["schemas"]["CountyCode"];
            /** @description 审计日志的名称，也是检查点上的签名人 */
            origin: string;
            /**
             * Format: base64
             * @description Ed25519 公钥，32 字节
             */
            publicKey: string;
            madeOn: components["schemas"]["Day"];
            /** @description 自这一天起不再用于签名；仍在使用的为空 */
            retiredOn: components["schemas"]["Day"] | null;
            /** @description 停用时审计日志的条数；它签的检查点不超过这个条数 */
            lastSize: number | null;
        };
        PublicKeys: {
            keys: components["schemas"]["PublicKey"][];
        };
        /**
         * @description 会议、文件、报表、督检考、任务、平台群组、挂牌、创建达标
         * @enum {string}
         */
        DemandKind: "meeting" | "document" | "form" | "inspection" | "task" | "platform" | "plaque" | "campaign";
        MeetingDetails: {
            /** @constant */
            kind: "meeting";
            /** @enum {string} */
            mode: "onsite" | "video" | "mixed";
            startsAt: components["schemas"]["Instant"];
            endsAt: components["schemas"]["Instant"];
            /** @description 每个承接单位几人参加 */
            people: number;
            /** @description 每个承接单位准备几份发言 */
            talks: number;
            /** @description 开到哪些层级 */
            levels: ("county" | "township" | "village" | "group")[];
            venues: string[];
            /** @description 同一系列的会议用同一个名字 */
            series: string | null;
            /** @description 每年几次，一次性的为 1 */
            timesPerYear: number;
            /** @description 其他工作：每个承接单位每次共几分钟 */
            otherMinutes?: number;
        };
        DocumentDetails: {
            /** @constant */
            kind: "document";
            genre: string | null;
            docNumber: string | null;
            /** @description 所依据的上级文件 */
            parent: {
                title: string;
                docNumber: string | null;
                demand: components["schemas"]["Id"] | null;
            } | null;
            characters: number;
            /** @description 要报送几份材料 */
            reports: number;
            /** @description 要制定几份方案 */
            plans: number;
            /** @description 每年几次，一次性的为 1 */
            timesPerYear: number;
            /** @description 其他工作：每个承接单位每次共几分钟 */
            otherMinutes?: number;
        };
        FormDetails: {
            /** @constant */
            kind: "form";
            fields: {
                text: number;
                number: number;
                choice: number;
                date: number;
                longText: number;
                file: number;
                /** @description 已有数据、只需核对的字段 */
                known: number;
            };
            rows: number;
            signatures: number;
            prints: number;
            /** @description 每年几次，一次性的为 1 */
            timesPerYear: number;
            /** @description 其他工作：每个承接单位每次共几分钟 */
            otherMinutes?: number;
        };
        InspectionDetails: {
            /** @constant */
            kind: "inspection";
            /** @description 查什么 */
            object: string;
            sites: string[];
            from: components["schemas"]["Day"];
            until: components["schemas"]["Day"];
            /** @description 备案编号 */
            filingNo: string | null;
            /** @description 每个承接单位几人陪同 */
            people: number;
            /** @description 要备几项材料 */
            items: number;
            /** @description 每年几次，一次性的为 1 */
            timesPerYear: number;
            /** @description 其他工作：每个承接单位每次共几分钟 */
            otherMinutes?: number;
        };
        TaskDetails: {
            /** @constant */
            kind: "task";
            /** @description 履职清单中的事项 */
            duty: string | null;
            reports: number;
            /** @description 走访户数或巡查处数 */
            visits: number;
            photos: number;
            people: number;
            /** @description 每人占用的工作日 */
            days: number;
            /** @description 每年几次，一次性的为 1 */
            timesPerYear: number;
            /** @description 其他工作：每个承接单位每次共几分钟 */
            otherMinutes?: number;
        };
        PlatformDetails: {
            /** @constant */
            kind: "platform";
            name: string;
            /** @description 要装几个应用、进几个群 */
            installs: number;
            /** @description 每次要录几笔 */
            entries: number;
            /** @description 每次要打几次卡 */
            checkIns: number;
            people: number;
            /** @description 每年几次，一次性的为 1 */
            timesPerYear: number;
            /** @description 其他工作：每个承接单位每次共几分钟 */
            otherMinutes?: number;
        };
        PlaqueDetails: {
            /** @constant */
            kind: "plaque";
            name: string;
            directoryNo: string | null;
            plaques: number;
            /** @description 每年几次，一次性的为 1 */
            timesPerYear: number;
            /** @description 其他工作：每个承接单位每次共几分钟 */
            otherMinutes?: number;
        };
        CampaignDetails: {
            /** @constant */
            kind: "campaign";
            name: string;
            /** @description 创建示范目录编号 */
            directoryNo: string | null;
            /** @description 要备几项材料 */
            items: number;
            reports: number;
            plaques: number;
            /** @description 每年几次，一次性的为 1 */
            timesPerYear: number;
            /** @description 其他工作：每个承接单位每次共几分钟 */
            otherMinutes?: number;
        };
        /** @description 各类事项各自的内容 */
        DemandDetails: components["schemas"]["MeetingDetails"] | components["schemas"]["DocumentDetails"] | components["schemas"]["FormDetails"] | components["schemas"]["InspectionDetails"] | components["schemas"]["TaskDetails"] | components["schemas"]["PlatformDetails"] | components["schemas"]["PlaqueDetails"] | components["schemas"]["CampaignDetails"];
        /** @description 年度，2000 至 2199 */
        Year: number;
        /**
         * @description 控制的量：各类事项的次数，或全部事项的分钟数
         * @enum {string}
         */
        CapMeasure: "meeting" | "document" | "form" | "inspection" | "task" | "platform" | "plaque" | "campaign" | "minutes";
        /** @description 一个发起单位一年一类的总量 */
        Cap: {
            issuer: components["schemas"]["UnitCode"];
            issuerName: string;
            year: number;
            measure: components["schemas"]["CapMeasure"];
            /** @description 核定总量；null 为未核定，只计数、不控制 */
            granted: number | null;
            used: number;
            /** @description 余量；为负的是一事一议、应急先行或调减所致 */
            left: number | null;
            /** @description 其中超出总量、由一事一议或应急先行通过的次数 */
            overCap: number;
        };
        CapChange: {
            version: number;
            change: number;
            reason: string;
            source: string;
            /** @description 调剂的对方单位 */
            counterpart: components["schemas"]["UnitCode"] | null;
            by: string;
            at: components["schemas"]["Instant"];
        };
        /** @description 一项总量的由来 */
        CapHistory: {
            issuer: components["schemas"]["UnitCode"];
            issuerName: string;
            year: number;
            measure: components["schemas"]["CapMeasure"];
            /** @description 核定总量；null 为未核定，只计数、不控制 */
            granted: number | null;
            used: number;
            /** @description 余量；为负的是一事一议、应急先行或调减所致 */
            left: number | null;
            /** @description 其中超出总量、由一事一议或应急先行通过的次数 */
            overCap: number;
            version: number;
            changes: components["schemas"]["CapChange"][];
        };
        /** @description 到年底的用量：可能值和九成把握的区间 */
        CapForecast: {
            measure: components["schemas"]["CapMeasure"];
            granted: number | null;
            used: number;
            low: number;
            likely: number;
            high: number;
            /** @description 怎么算的 */
            explanation: string;
        };
        /** @description 区间：下限、可能值、上限 */
        Interval: {
            low: number;
            likely: number;
            high: number;
        };
        /** @description 在原文件中的位置，均从 1 起 */
        Place: {
            paragraph?: number;
            page?: number;
            sheet?: string;
            cell?: string;
            table?: number;
            row?: number;
            column?: number;
            attachment?: string;
        };
        Exemption: {
            /** @enum {string} */
            class: "NEG" | "DESC" | "SELF" | "UP" | "PUBLIC" | "OTHER" | "OK" | "VOL" | "EMERG" | "LAW" | "STAT" | "MERGED" | "SEC";
            /** @enum {string} */
            grade: "shown" | "named" | "bare";
            proof: string;
        };
        Finding: {
            ruleId: string;
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            message: string;
            suggestion: string;
            basis: {
                key: string;
                title: string;
                clause: string;
                /** @enum {string} */
                confidence: "verified" | "reported" | "unverified";
            }[];
            exemption: components["schemas"]["Exemption"] | null;
            /** @description UTF-16 位置，从 0 起，指向所提取的文字 */
            start: number;
            /** @description UTF-16 位置，从 0 起，指向所提取的文字 */
            end: number;
            quote: string;
            place: components["schemas"]["Place"];
            /** @description document.demands 的序号；针对全文的为 null */
            demand: number | null;
            /** @description 采纳建议后每个承接单位每年减少的小时数 */
            hoursSaved: components["schemas"]["Interval"] | null;
            /** @description 可直接替换 quote 的文字；空串表示删去 */
            rewrite: string | null;
        };
        /**
         * @description 事项码现在的效力
         * @enum {string}
         */
        CodeStatus: "admitted" | "suspended" | "expired" | "withdrawn" | "closed" | "never-admitted" | "mistyped";
        /** @description 公开登记册中的一个事项，不含个人信息 */
        RegisteredDemand: {
            code: string;
            status: components["schemas"]["CodeStatus"];
            kind: components["schemas"]["DemandKind"];
            title: string;
            ask: string;
            issuer: components["schemas"]["UnitCode"];
            issuerName: string;
            dueAt: components["schemas"]["Instant"] | null;
            expiresOn: components["schemas"]["Day"];
            emergency: boolean;
            bearerCount: number;
            totalMinutes: components["schemas"]["Interval"] | null;
            changedAt: components["schemas"]["Instant"];
        };
        /** @description 事项码查询结果 */
        CodeReading: {
            status: components["schemas"]["CodeStatus"];
            /** @description 读作哪个事项码；输错的为空 */
            code: string | null;
            /** @description 只差一个字符的事项码，仅供核对 */
            suggestion: string | null;
            demand: components["schemas"]["RegisteredDemand"] | null;
            /** @description 二维码的疑点：不是本系统签发的（或已损坏）；签发之后标题有过变动 */
            doubt: ("not-ours" | "title-changed") | null;
        };
        /** @description 与登记簿核对发现的问题 */
        GateFinding: {
            ruleId: string;
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            message: string;
            suggestion: string;
            basis: {
                key: string;
                title: string;
                clause: string;
                /** @enum {string} */
                confidence: "verified" | "reported" | "unverified";
            }[];
            exemption: components["schemas"]["Exemption"] | null;
            /** @description 采纳建议后每个承接单位每年减少的小时数 */
            hoursSaved: components["schemas"]["Interval"] | null;
            /** @description 与哪些已登记的事项有关 */
            demands: components["schemas"]["Id"][];
            /** @description 涉及哪些承接单位，最多列 20 个 */
            units: components["schemas"]["UnitCode"][];
            /** @description 文件中已指出同一负担的规则；不为 null 时不重复计数 */
            sameAs: string | null;
        };
        /** @description 更省的办法 */
        CheaperWay: {
            /** @enum {string} */
            way: "merge" | "shorten" | "hold-online" | "send-as-text" | "drop-known-fields" | "ask-fewer" | "ask-less-often" | "mend-text";
            proposal: string;
            /** @description 全部承接单位每年合计减少的小时数 */
            hoursSaved: components["schemas"]["Interval"];
            /** @description 并入哪个事项 */
            with: components["schemas"]["Id"] | null;
            /** @description 照办后的内容，可直接替换 */
            details: components["schemas"]["DemandDetails"] | null;
            /** @description 照办后不再要求的承接单位 */
            leaveOut: components["schemas"]["UnitCode"][];
            /** @description 正文中要照改的句子；没有改好，工时仍按正文计 */
            textToAlter?: string[];
        };
        /**
         * @description 事项所处的环节
         * @enum {string}
         */
        DemandState: "draft" | "screened" | "consulting" | "coordinating" | "admitted" | "running" | "suspended" | "closed" | "reviewed" | "merged" | "refused" | "withdrawn" | "expired";
        /**
         * @description 本人现在可以办的事
         * @enum {string}
         */
        DemandAction: "revise" | "submit" | "consult" | "declare-emergency" | "admit" | "refuse" | "merge" | "defer" | "review-emergency" | "start" | "suspend" | "resume" | "renew" | "close" | "withdraw";
        /**
         * @description 须一事一议的原因
         * @enum {string}
         */
        CoordinationReason: "error-findings" | "over-cap" | "off-plan" | "across-departments" | "own-unit";
        /** @description 筛查结果 */
        Screening: {
            at: components["schemas"]["Instant"];
            /** @description 文件中的问题 */
            findings: components["schemas"]["Finding"][];
            /** @description 与登记簿、日历、总量和清单核对的结果 */
            register: components["schemas"]["GateFinding"][];
            /** @description 尚未建立或本县未定、因而未核对的登记簿 */
            unchecked: string[];
            /** @description 更省的办法，节省多的在前 */
            cheaperWays: components["schemas"]["CheaperWay"][];
            perBearerMinutes: components["schemas"]["Interval"];
            totalMinutes: components["schemas"]["Interval"];
            assumptions: string[];
            coordination: components["schemas"]["CoordinationReason"][];
        };
        /** @description 附件，按内容存放 */
        DemandFile: {
            sha256: string;
            name: string;
            bytes: number;
        };
        /** @description 测算与实测的对照，不显示任何一个单位的用时 */
        Comparison: {
            estimatedMinutes: number | null;
            measuredMinutes: number | null;
            /** @description 有几个承接单位的实测 */
            count: number;
            /** @description 实测 ÷ 测算；实测不足 5 个承接单位时为 null */
            ratio: number | null;
        };
        /** @description 事项 */
        Demand: {
            id: components["schemas"]["Id"];
            version: number;
            state: components["schemas"]["DemandState"];
            kind: components["schemas"]["DemandKind"];
            title: string;
            ask: string;
            issuer: components["schemas"]["UnitCode"];
            issuerName: string;
            /** @description 事项码 */
            code: string | null;
            dueAt: components["schemas"]["Instant"] | null;
            expiresOn: components["schemas"]["Day"];
            emergency: boolean;
            /** @description 已提交，等待审定 */
            submitted: boolean;
            bearerCount: number;
            totalMinutes: components["schemas"]["Interval"] | null;
            errors: number | null;
            warnings: number | null;
            changedAt: components["schemas"]["Instant"];
            bearers: {
                unit: components["schemas"]["UnitCode"];
                name: string;
            }[];
            planItem: string | null;
            details: components["schemas"]["DemandDetails"];
            screening: components["schemas"]["Screening"] | null;
            files: components["schemas"]["DemandFile"][];
            mergedInto: components["schemas"]["Id"] | null;
            /** @description 办结后与实测的对照 */
            comparison: components["schemas"]["Comparison"] | null;
            hasConsultation: boolean;
            actions: components["schemas"]["DemandAction"][];
        };
        DraftedDemand: {
            id: components["schemas"]["Id"];
            version: number;
            state: components["schemas"]["DemandState"];
            kind: components["schemas"]["DemandKind"];
            title: string;
            ask: string;
            issuer: components["schemas"]["UnitCode"];
            issuerName: string;
            /** @description 事项码 */
            code: string | null;
            dueAt: components["schemas"]["Instant"] | null;
            expiresOn: components["schemas"]["Day"];
            emergency: boolean;
            /** @description 已提交，等待审定 */
            submitted: boolean;
            bearerCount: number;
            totalMinutes: components["schemas"]["Interval"] | null;
            errors: number | null;
            warnings: number | null;
            changedAt: components["schemas"]["Instant"];
            bearers: {
                unit: components["schemas"]["UnitCode"];
                name: string;
            }[];
            planItem: string | null;
            details: components["schemas"]["DemandDetails"];
            screening: components["schemas"]["Screening"] | null;
            files: components["schemas"]["DemandFile"][];
            mergedInto: components["schemas"]["Id"] | null;
            /** @description 办结后与实测的对照 */
            comparison: components["schemas"]["Comparison"] | null;
            hasConsultation: boolean;
            actions: components["schemas"]["DemandAction"][];
            /** @description 文件中没有写明、请起草人确认的各项（JSON Pointer） */
            toConfirm: string[];
        };
        /** @description 事项经过的一步 */
        DemandStep: {
            version: number;
            type: string;
            at: components["schemas"]["Instant"];
            unit: components["schemas"]["UnitCode"] | null;
            reason: string | null;
        };
        DraftFromText: {
            issuer: components["schemas"]["UnitCode"];
            text: string;
        };
        DraftFromFile: {
            issuer: components["schemas"]["UnitCode"];
            /** Format: binary */
            file: Blob;
            /** @description 照片或扫描件上的文字，经本人对照原件核对；能直接读出文字的文件不带这一项 */
            transcript?: string;
        };
        /**
         * @description 填到哪一步：在填、待乡镇核、乡镇退改、已送出、系统已办、重新打开
         * @enum {string}
         */
        FillState: "open" | "awaiting-approval" | "sent-back" | "sent" | "produced" | "reopened";
        /** @description 登记的一条口头、群内或纸面要求 */
        Registration: {
            id: components["schemas"]["Id"];
            unit: components["schemas"]["UnitCode"];
            /** @description 要做什么 */
            ask: string;
            /** @enum {string} */
            outcome: "linked" | "counted" | "issuer-unknown";
            /** @description 结果，一句话 */
            says: string;
            /** @description 对应的已过关事项 */
            demand: {
                id: components["schemas"]["Id"];
                title: string;
                ask: string;
                code: string | null;
                issuerName: string;
            } | null;
            /** @description 为什么认为是同一件事 */
            reasons: string[];
            at: components["schemas"]["Instant"];
        };
        OrderText: {
            unit: components["schemas"]["UnitCode"];
            text: string;
        };
        OrderFile: {
            unit: components["schemas"]["UnitCode"];
            /** Format: binary */
            file: Blob;
            /** @description 照片或扫描件上的文字，经本人对照原件核对；能直接读出文字的文件不带这一项 */
            transcript?: string;
        };
        /**
         * @description 事项码：有效、暂停、已到期（含办结）、已撤回
         * @enum {string}
         */
        CodeState: "admitted" | "suspended" | "expired" | "withdrawn";
        /**
         * @description 本单位办到哪一步：未打开、已打开、已答复、已退回、退回已获同意
         * @enum {string}
         */
        TaskState: "new" | "opened" | "answered" | "returned" | "released";
        /** @description 退回理由，由系统按规则得出 */
        ReturnReason: {
            /** @enum {string} */
            code: "no-valid-code" | "expired" | "off-duty-list" | "error-finding";
            /** @description 系统给出的退回理由 */
            says: string;
            /** @description 依据：条款、事项登记记录，或“依据待核” */
            grounds: string;
            /** @enum {string} */
            confidence: "record" | "verified" | "unverified";
            /** @description 原文中的话 */
            quote: string | null;
        };
        InboxTask: {
            demand: components["schemas"]["Id"];
            kind: components["schemas"]["DemandKind"];
            /** @description 要做什么，以动词开头 */
            ask: string;
            title: string;
            issuer: components["schemas"]["UnitCode"];
            issuerName: string;
            code: string | null;
            codeState: components["schemas"]["CodeState"];
            emergency: boolean;
            /** @description 会议、检查何时开始 */
            startsAt: components["schemas"]["Instant"] | null;
            dueAt: components["schemas"]["Instant"] | null;
            /** @description 如“3月6日（周五）18:00” */
            dueText: string | null;
            expiresOn: components["schemas"]["Day"];
            /** @description 这一次大约几分钟 */
            minutes: number | null;
            state: components["schemas"]["TaskState"];
            answeredAt: components["schemas"]["Instant"] | null;
            returnedOn: components["schemas"]["Day"] | null;
            /** @description 发起单位对上次退回的答复 */
            note: string | null;
            /** @description 附表填到哪一步：有它就打开附表办，produced 为不用办；没有附表的没有这一项 */
            form?: components["schemas"]["FillState"];
            /** @description 现在可以退回 */
            mayReturn: boolean;
        };
        /** @description 一个承接单位的清单 */
        Inbox: {
            unit: components["schemas"]["UnitCode"];
            today: components["schemas"]["Day"];
            overdue: components["schemas"]["InboxTask"][];
            thisWeek: components["schemas"]["InboxTask"][];
            later: components["schemas"]["InboxTask"][];
            /** @description 已答复、已退回或已失效的，最近 30 天，最多 100 项 */
            done: components["schemas"]["InboxTask"][];
            month: {
                /** @description YYYY-MM */
                month: string;
                /** @description 本月各事项合计的可能分钟数 */
                minutes: number;
                /** @description 每月负担上限；未设定时为 null */
                ceilingMinutes: number | null;
            };
        };
        /** @description 承接单位的答复 */
        Answer: {
            text: string | null;
            files: components["schemas"]["DemandFile"][];
            /** @description 与上次相同，一键确认 */
            unchanged: boolean;
            /**
             * @description 附表已填好，用 exportFills 取发起单位的原表
             * @constant
             */
            form?: true;
        };
        /** @description 一个承接单位的一个事项 */
        Task: {
            demand: components["schemas"]["Id"];
            kind: components["schemas"]["DemandKind"];
            /** @description 要做什么，以动词开头 */
            ask: string;
            title: string;
            issuer: components["schemas"]["UnitCode"];
            issuerName: string;
            code: string | null;
            codeState: components["schemas"]["CodeState"];
            emergency: boolean;
            /** @description 会议、检查何时开始 */
            startsAt: components["schemas"]["Instant"] | null;
            dueAt: components["schemas"]["Instant"] | null;
            /** @description 如“3月6日（周五）18:00” */
            dueText: string | null;
            expiresOn: components["schemas"]["Day"];
            /** @description 这一次大约几分钟 */
            minutes: number | null;
            state: components["schemas"]["TaskState"];
            answeredAt: components["schemas"]["Instant"] | null;
            returnedOn: components["schemas"]["Day"] | null;
            /** @description 发起单位对上次退回的答复 */
            note: string | null;
            /** @description 附表填到哪一步：有它就打开附表办，produced 为不用办；没有附表的没有这一项 */
            form?: components["schemas"]["FillState"];
            unit: components["schemas"]["UnitCode"];
            version: number;
            details: components["schemas"]["DemandDetails"];
            files: components["schemas"]["DemandFile"][];
            answer: components["schemas"]["Answer"] | null;
            /** @description 本单位上次对同样要求的答复：没有变化的一键确认 */
            known: {
                demand: components["schemas"]["Id"];
                title: string;
                answer: components["schemas"]["Answer"];
                answeredAt: components["schemas"]["Instant"];
            } | null;
            /** @description 可以退回的理由；为空时不能退回 */
            reasons: components["schemas"]["ReturnReason"][];
        };
        /** @description 一个承接单位的答复或退回；不含经办人 */
        BearerStatus: {
            unit: components["schemas"]["UnitCode"];
            name: string;
            /** @enum {string} */
            state: "waiting" | "answered" | "returned" | "released";
            answer: components["schemas"]["Answer"] | null;
            answeredOn: components["schemas"]["Day"] | null;
            returnedOn: components["schemas"]["Day"] | null;
            reasons: components["schemas"]["ReturnReason"][];
            note: string | null;
        };
        /** @description 一周里新压给基层的工时 */
        WeekOfLoad: {
            monday: components["schemas"]["Day"];
            /** @description 这一周准入的事项，分钟 */
            minutes: number;
            /** @description 这一周登记的未过关事项，分钟 */
            offGateMinutes: number;
            /** @description 这一周准入几项 */
            demands: number;
        };
        /** @description 一个发起单位今年的用量，与它自己的总量相比 */
        IssuerLoad: {
            issuer: components["schemas"]["UnitCode"];
            issuerName: string;
            /** @description 今年已用，分钟 */
            usedMinutes: number;
            /** @description 今年核定的用时总量；null 为未核定 */
            grantedMinutes: number | null;
            /** @description 次数用得最满的一类；没有核定次数的为 null */
            fullest: {
                kind: components["schemas"]["DemandKind"];
                used: number;
                granted: number;
            } | null;
            /** @description 今年超出总量通过的次数 */
            overCap: number;
        };
        /** @description 用时最多的事项：在办的可以暂停，等着一事一议的可以暂缓 */
        HeavyDemand: {
            issuer: components["schemas"]["UnitCode"];
            issuerName: string;
            id: components["schemas"]["Id"];
            version: number;
            ask: string;
            kind: components["schemas"]["DemandKind"];
            /** @description 全部承接单位合计，分钟 */
            minutes: number;
            bearerCount: number;
            dueAt: components["schemas"]["Instant"] | null;
        };
        /** @description 还在办的应急事项 */
        EmergencyUnderWay: {
            issuer: components["schemas"]["UnitCode"];
            issuerName: string;
            id: components["schemas"]["Id"];
            version: number;
            ask: string;
            kind: components["schemas"]["DemandKind"];
            /** @description 全部承接单位合计，分钟 */
            minutes: number;
            /** @description 事后审查的时限；已审查的为 null */
            reviewDueAt: components["schemas"]["Instant"] | null;
            /** @description 过了时限还没有审查 */
            overdue: boolean;
        };
        /** @description 一个发起单位的未过关事项 */
        OffGateIssuer: {
            issuer: components["schemas"]["UnitCode"] | null;
            /** @description null 为发起单位待查 */
            issuerName: string | null;
            demands: number;
            /** @description 全部承接单位合计，分钟 */
            minutes: number;
        };
        /** @description 一事一议通过的事项 */
        ExceptionalAdmission: {
            issuer: components["schemas"]["UnitCode"];
            issuerName: string;
            id: components["schemas"]["Id"];
            ask: string;
            day: components["schemas"]["Day"];
            /** @description 全部承接单位合计，分钟 */
            minutes: number;
            /** @description 超出总量 */
            over: boolean;
            /** @description 仍有几处须改的问题 */
            errors: number;
            reason: string | null;
        };
        /** @description 一页：全县的负担、来源和要留意的事 */
        Overview: {
            today: components["schemas"]["Day"];
            /** @description 十三周的第一天 */
            from: components["schemas"]["Day"];
            /** @description 十三周，最近的在后；最后一周还没有过完 */
            weeks: components["schemas"]["WeekOfLoad"][];
            /** @description 多的在前 */
            kinds: {
                kind: components["schemas"]["DemandKind"];
                /** @description 全部承接单位合计，分钟 */
                minutes: number;
                demands: number;
            }[];
            /** @description 今年有过事项或核定过总量的发起单位，用自己的总量最满的在前 */
            issuers: components["schemas"]["IssuerLoad"][];
            /** @description 在办的 */
            heaviest: components["schemas"]["HeavyDemand"][];
            /** @description 等着一事一议的 */
            waiting: {
                count: number;
                items: components["schemas"]["HeavyDemand"][];
            };
            emergencies: {
                count: number;
                items: components["schemas"]["EmergencyUnderWay"][];
                overdue: number;
            };
            /** @description 十三周内登记的，多的在前 */
            offGate: components["schemas"]["OffGateIssuer"][];
            /** @description 十三周内一事一议通过的 */
            exceptional: {
                count: number;
                items: components["schemas"]["ExceptionalAdmission"][];
                over: number;
            };
            /** @description 全县用时到年底；没有用量时为 null */
            forecast: components["schemas"]["CapForecast"] | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    draftFromFile: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description 上限 32 MiB */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftFromText"];
                "multipart/form-data": components["schemas"]["DraftFromFile"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftedDemand"];
                };
            };
            /**
             * @description invalid-input：有内容不符合要求。
             *     malformed-json：请求内容不是有效的 JSON。
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description not-allowed：您的岗位不能办理这件事。
             *     cross-site：请求来自别的网站，已拒绝。
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large：内容超过大小上限。 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type：不支持这种请求内容类型。 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description encrypted：文件有密码保护，无法读取。
             *     damaged：文件已损坏，无法读取。
             *     unsupported：不支持这种文件。
             *     empty：没有读到文字。
             *     needs-transcript：这是照片或扫描件，要先认出文字。
             *     took-too-long：这份文件检查时间过长，已停止。
             *     unknown-unit：单位代码不存在，或单位已撤并。
             *     key-reused：同一个 Idempotency-Key 用在了不同的请求上。
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviseDemand: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description 上限 1 MiB */
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @description 要承接单位做什么，以动词开头的一句话 */
                    ask: string;
                    issuer: components["schemas"]["UnitCode"];
                    bearers: components["schemas"]["UnitCode"][];
                    /** @description 最迟办结时间 */
                    dueAt: components["schemas"]["Instant"] | null;
                    /** @description 有效期至，到期自动失效 */
                    expiresOn: components["schemas"]["Day"];
                    /** @description 年度计划中的编号 */
                    planItem: string | null;
                    details: components["schemas"]["DemandDetails"];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demand"];
                };
            };
            /**
             * @description invalid-input：有内容不符合要求。
             *     malformed-json：请求内容不是有效的 JSON。
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description not-allowed：您的岗位不能办理这件事。
             *     cross-site：请求来自别的网站，已拒绝。
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-such-record：没有这条记录，或您看不到它。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-state：按现在的状态，这一步办不了。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale：您看到的内容已被别人改过。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large：内容超过大小上限。 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type：不支持这种请求内容类型。 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description unknown-unit：单位代码不存在，或单位已撤并。
             *     key-reused：同一个 Idempotency-Key 用在了不同的请求上。
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-needed：修改时要说明改的是哪一版。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDemand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demand"];
                };
            };
            /** @description invalid-input：有内容不符合要求。 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-such-record：没有这条记录，或您看不到它。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDemandHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandStep"][];
                };
            };
            /** @description invalid-input：有内容不符合要求。 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-such-record：没有这条记录，或您看不到它。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitDemand: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description 上限 1 MiB */
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demand"];
                };
            };
            /**
             * @description invalid-input：有内容不符合要求。
             *     malformed-json：请求内容不是有效的 JSON。
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description four-eyes：本人经手的事项不能由本人审定。
             *     not-allowed：您的岗位不能办理这件事。
             *     cross-site：请求来自别的网站，已拒绝。
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-such-record：没有这条记录，或您看不到它。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description wrong-state：按现在的状态，这一步办不了。
             *     over-cap：已达到年度总量上限。
             *     screening-outdated：筛查之后台账有了新情况，已重新筛查。
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale：您看到的内容已被别人改过。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large：内容超过大小上限。 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type：不支持这种请求内容类型。 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused：同一个 Idempotency-Key 用在了不同的请求上。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-needed：修改时要说明改的是哪一版。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    admitDemand: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description 上限 1 MiB */
        requestBody: {
            content: {
                "application/json": {
                    reason: string | null;
                    caseByCase: boolean;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demand"];
                };
            };
            /**
             * @description invalid-input：有内容不符合要求。
             *     malformed-json：请求内容不是有效的 JSON。
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description four-eyes：本人经手的事项不能由本人审定。
             *     not-allowed：您的岗位不能办理这件事。
             *     cross-site：请求来自别的网站，已拒绝。
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-such-record：没有这条记录，或您看不到它。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description wrong-state：按现在的状态，这一步办不了。
             *     over-cap：已达到年度总量上限。
             *     screening-outdated：筛查之后台账有了新情况，已重新筛查。
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale：您看到的内容已被别人改过。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large：内容超过大小上限。 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type：不支持这种请求内容类型。 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused：同一个 Idempotency-Key 用在了不同的请求上。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-needed：修改时要说明改的是哪一版。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startDemand: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description 上限 1 MiB */
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demand"];
                };
            };
            /**
             * @description invalid-input：有内容不符合要求。
             *     malformed-json：请求内容不是有效的 JSON。
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description four-eyes：本人经手的事项不能由本人审定。
             *     not-allowed：您的岗位不能办理这件事。
             *     cross-site：请求来自别的网站，已拒绝。
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-such-record：没有这条记录，或您看不到它。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description wrong-state：按现在的状态，这一步办不了。
             *     over-cap：已达到年度总量上限。
             *     screening-outdated：筛查之后台账有了新情况，已重新筛查。
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale：您看到的内容已被别人改过。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large：内容超过大小上限。 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type：不支持这种请求内容类型。 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused：同一个 Idempotency-Key 用在了不同的请求上。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-needed：修改时要说明改的是哪一版。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInbox: {
        parameters: {
            query: {
                unit: components["schemas"]["UnitCode"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            /** @description invalid-input：有内容不符合要求。 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-such-record：没有这条记录，或您看不到它。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: components["schemas"]["UnitCode"];
                demand: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description invalid-input：有内容不符合要求。 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-such-record：没有这条记录，或您看不到它。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openTask: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                unit: components["schemas"]["UnitCode"];
                demand: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description 上限 1 MiB */
        requestBody: {
            content: {
                "application/json": {
                    /** @description 由客户端生成；同一个编号只办一次 */
                    event: components["schemas"]["Id"];
                    /** @description 离线时实际办理的时刻 */
                    saidAt?: components["schemas"]["Instant"];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /**
             * @description invalid-input：有内容不符合要求。
             *     malformed-json：请求内容不是有效的 JSON。
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description not-allowed：您的岗位不能办理这件事。
             *     cross-site：请求来自别的网站，已拒绝。
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-such-record：没有这条记录，或您看不到它。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description wrong-state：按现在的状态，这一步办不了。
             *     no-grounds：系统没有找到可以退回的依据。
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large：内容超过大小上限。 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type：不支持这种请求内容类型。 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description key-reused：同一个 Idempotency-Key 用在了不同的请求上。
             *     key-reused：同一个 Idempotency-Key 用在了不同的请求上。
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerTask: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                unit: components["schemas"]["UnitCode"];
                demand: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description 上限 1 MiB */
        requestBody: {
            content: {
                "application/json": {
                    /** @description 由客户端生成；同一个编号只办一次 */
                    event: components["schemas"]["Id"];
                    /** @description 离线时实际办理的时刻 */
                    saidAt?: components["schemas"]["Instant"];
                    text?: string;
                    /** @description 已上传文件的 SHA-256 */
                    files?: string[];
                    /**
                     * @description 与上次相同
                     * @constant
                     */
                    unchanged?: true;
                    /** @description 办理时看到的答复时刻，没有答复为 null；此后同事另有答复的，为 stale */
                    seen?: components["schemas"]["Instant"] | null;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /**
             * @description invalid-input：有内容不符合要求。
             *     malformed-json：请求内容不是有效的 JSON。
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description not-allowed：您的岗位不能办理这件事。
             *     cross-site：请求来自别的网站，已拒绝。
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-such-record：没有这条记录，或您看不到它。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description wrong-state：按现在的状态，这一步办不了。
             *     no-grounds：系统没有找到可以退回的依据。
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale：您看到的内容已被别人改过。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large：内容超过大小上限。 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type：不支持这种请求内容类型。 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description key-reused：同一个 Idempotency-Key 用在了不同的请求上。
             *     key-reused：同一个 Idempotency-Key 用在了不同的请求上。
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnTask: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                unit: components["schemas"]["UnitCode"];
                demand: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** @description 上限 1 MiB */
        requestBody: {
            content: {
                "application/json": {
                    /** @description 由客户端生成；同一个编号只办一次 */
                    event: components["schemas"]["Id"];
                    /** @description 离线时实际办理的时刻 */
                    saidAt?: components["schemas"]["Instant"];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /**
             * @description invalid-input：有内容不符合要求。
             *     malformed-json：请求内容不是有效的 JSON。
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description not-allowed：您的岗位不能办理这件事。
             *     cross-site：请求来自别的网站，已拒绝。
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-such-record：没有这条记录，或您看不到它。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description wrong-state：按现在的状态，这一步办不了。
             *     no-grounds：系统没有找到可以退回的依据。
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large：内容超过大小上限。 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type：不支持这种请求内容类型。 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description key-reused：同一个 Idempotency-Key 用在了不同的请求上。
             *     key-reused：同一个 Idempotency-Key 用在了不同的请求上。
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBearerStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BearerStatus"][];
                    };
                };
            };
            /** @description invalid-input：有内容不符合要求。 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed：您的岗位不能办理这件事。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-such-record：没有这条记录，或您看不到它。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerOrder: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description 上限 32 MiB */
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderText"];
                "multipart/form-data": components["schemas"]["OrderFile"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /**
             * @description invalid-input：有内容不符合要求。
             *     malformed-json：请求内容不是有效的 JSON。
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description not-allowed：您的岗位不能办理这件事。
             *     cross-site：请求来自别的网站，已拒绝。
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large：内容超过大小上限。 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type：不支持这种请求内容类型。 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description encrypted：文件有密码保护，无法读取。
             *     damaged：文件已损坏，无法读取。
             *     unsupported：不支持这种文件。
             *     empty：没有读到文字。
             *     needs-transcript：这是照片或扫描件，要先认出文字。
             *     took-too-long：这份文件检查时间过长，已停止。
             *     key-reused：同一个 Idempotency-Key 用在了不同的请求上。
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                county?: components["schemas"]["CountyCode"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicKeys"];
                };
            };
            /** @description invalid-input：有内容不符合要求。 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-allowed：您的岗位不能办理这件事。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaps: {
        parameters: {
            query: {
                year: components["schemas"]["Year"];
                issuer?: components["schemas"]["UnitCode"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caps: components["schemas"]["Cap"][];
                    };
                };
            };
            /** @description invalid-input：有内容不符合要求。 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issuer: components["schemas"]["UnitCode"];
                year: components["schemas"]["Year"];
                measure: components["schemas"]["CapMeasure"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapHistory"];
                };
            };
            /** @description invalid-input：有内容不符合要求。 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unknown-unit：单位代码不存在，或单位已撤并。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grantCap: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                issuer: components["schemas"]["UnitCode"];
                year: components["schemas"]["Year"];
                measure: components["schemas"]["CapMeasure"];
            };
            cookie?: never;
        };
        /** @description 上限 1 MiB */
        requestBody: {
            content: {
                "application/json": {
                    amount: number;
                    reason: string;
                    /** @description 文件依据，或本县决定的文号 */
                    source: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapHistory"];
                };
            };
            /**
             * @description invalid-input：有内容不符合要求。
             *     malformed-json：请求内容不是有效的 JSON。
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description not-allowed：您的岗位不能办理这件事。
             *     cross-site：请求来自别的网站，已拒绝。
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description over-cap：已达到年度总量上限。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stale：您看到的内容已被别人改过。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large：内容超过大小上限。 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type：不支持这种请求内容类型。 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description unknown-unit：单位代码不存在，或单位已撤并。
             *     key-reused：同一个 Idempotency-Key 用在了不同的请求上。
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version-needed：修改时要说明改的是哪一版。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeReading"];
                };
            };
            /** @description invalid-input：有内容不符合要求。 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests：请求过于频繁。 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description 上限 1 MiB */
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description 有效天数 */
                    days: number;
                    /** @description 自己在任岗位的编号 */
                    posts: components["schemas"]["Id"][];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: components["schemas"]["Id"];
                        name: string;
                        /** @description 可以用来办事的岗位 */
                        posts: components["schemas"]["Id"][];
                        madeAt: components["schemas"]["Instant"];
                        usedAt: components["schemas"]["Instant"] | null;
                        endsAt: components["schemas"]["Instant"];
                        token: string;
                    };
                };
            };
            /**
             * @description invalid-input：有内容不符合要求。
             *     malformed-json：请求内容不是有效的 JSON。
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-signed-in：请先登录。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description not-allowed：您的岗位不能办理这件事。
             *     cross-site：请求来自别的网站，已拒绝。
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-state：按现在的状态，这一步办不了。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large：内容超过大小上限。 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported-media-type：不支持这种请求内容类型。 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused：同一个 Idempotency-Key 用在了不同的请求上。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal：系统出了问题，与您的操作无关。 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy：系统正忙。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
